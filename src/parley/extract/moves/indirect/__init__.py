"""Acts that no frame names: what is told of a deed, a position or a plan from which the act follows."""
