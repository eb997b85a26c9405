"""Newsroom: what is kept and decided. A Django app: records, policy, search, inbox, desk."""
