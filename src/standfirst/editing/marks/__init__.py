"""The marks, one module each; each enters itself in the list of marks."""
