"""Kinds of feed documents, one module each; each enters itself in the list of item sources."""
