"""Finding publications by words: how text is cut, what a query asks, the search table."""
