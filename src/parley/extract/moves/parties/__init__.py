"""Who makes a move, to whom and through whom."""
