"""The command line: options → library call → print(page)."""
