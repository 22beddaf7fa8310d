"""Reference records: a reader for each format, all to one form with the place of every value."""
