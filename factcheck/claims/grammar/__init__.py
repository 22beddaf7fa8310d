"""What a sentence is about, as the grammar of its language shows: a reader for each language."""
