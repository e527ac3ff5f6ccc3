"""How one sentence is laid out for the rules on moves: trees, phrases, headlines, readings mended."""
