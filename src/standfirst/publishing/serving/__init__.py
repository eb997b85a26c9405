"""What stands before every answer: hosts, kept bytes, encodings, headers, and the desk's own chain."""
