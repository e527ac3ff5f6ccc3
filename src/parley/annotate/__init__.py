"""Report → Doc: says what stands there (sentences, quotations, parse, names, dates, quantities), claims nothing."""

from parley.annotate.annotator import annotate
from parley.annotate.doc import Block, Doc, EntityMention, Quotation, Sentence
from parley.annotate.parse import ModelError, model_name

__all__ = ["Block", "Doc", "EntityMention", "ModelError", "Quotation", "Sentence", "annotate", "model_name"]
