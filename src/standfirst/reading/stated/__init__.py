"""What a page states of its article: title, byline, dates, publisher, section; in its head and beside the headline."""
