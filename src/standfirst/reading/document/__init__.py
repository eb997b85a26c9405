"""From a page's bytes to its tree, and from the tree to blocks of text; every size is bounded here."""
