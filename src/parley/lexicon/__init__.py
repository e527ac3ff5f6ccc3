"""What words mean: TOML files beside this module, and the one loader that validates them."""

from parley.lexicon.loader import LexiconError, lexicon_digest, load_lexicon, use_packs

__all__ = ["LexiconError", "lexicon_digest", "load_lexicon", "use_packs"]
