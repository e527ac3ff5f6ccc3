"""The command line: options → library call → page → print. Modules here import heavy things only when they run."""
