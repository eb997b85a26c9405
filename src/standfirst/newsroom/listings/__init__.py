"""Listings: what is asked for, the filter that leads, the rows of a page, and how many each further filter leaves."""
