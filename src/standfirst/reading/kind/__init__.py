"""What a page is: an article and of which kind, or a listing, a wall, an error; told by signs, layout and evidence."""
