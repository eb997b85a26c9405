"""The day's editions: their make-up, what editors decide of it, what is stored, and the archive of days."""
