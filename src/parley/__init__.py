"""Parley reads news reports about talks and keeps a sourced record of them."""
