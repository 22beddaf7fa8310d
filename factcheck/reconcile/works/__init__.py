"""Works and their records: the same work, the same people, what a record answers."""
