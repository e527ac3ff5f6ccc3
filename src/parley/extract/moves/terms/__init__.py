"""What is given or asked in a move: issues, amounts, lengths of time, and what each belongs to."""
