"""Doc → claims: a visible tuple of steps, one module per kind of claim."""
