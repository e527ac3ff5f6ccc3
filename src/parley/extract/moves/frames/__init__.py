"""Which act words do: the frames of `acts.toml`, what fills them, and what they ask of the clause."""
