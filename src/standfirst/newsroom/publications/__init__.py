"""Publications: what goes out, what it says, how it changes and is withdrawn."""
