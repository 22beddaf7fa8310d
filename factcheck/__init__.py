"""factcheck: a linter for facts with a ledger behind it."""
