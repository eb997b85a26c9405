"""The sixteen rules, one module each; each enters itself in the list of checks."""
