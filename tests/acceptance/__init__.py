"""Reports of the world, read whole."""
