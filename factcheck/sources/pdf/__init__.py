"""PDF: the pages read in a worker process, and the Document made from them."""
