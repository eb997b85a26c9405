"""The writers, one module each."""
