"""Web pages: the walk over the tree in a worker process, and the Document made from its parts."""
