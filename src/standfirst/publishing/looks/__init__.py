"""The look of a network: an operator's colours, logo and files, and our own static files."""
