"""Report → Doc: says what stands there (sentences, quotations, parse, names, dates, quantities), claims nothing."""
