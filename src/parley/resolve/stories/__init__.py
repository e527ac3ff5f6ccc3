"""Which reports are on one negotiation."""

from parley.resolve.stories.joining import stories_of
from parley.resolve.stories.likeness import likeness
from parley.resolve.stories.profile import StoryProfile, keys_of, profile_of

__all__ = ["StoryProfile", "keys_of", "likeness", "profile_of", "stories_of"]
