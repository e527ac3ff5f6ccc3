"""What Parley measures itself against."""
