"""The formats, one module each; each enters itself in the list of formats."""
