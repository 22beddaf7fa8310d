"""The only room that knows SQL: an append-only, hash-chained log and the tables it explains."""

from factcheck.store.database import Store, open_store
from factcheck.store.intake import Intake
from factcheck.store.reader import Reader
from factcheck.store.story import Problem
from factcheck.store.verify import Verification, verify
from factcheck.store.writer import Acting, Change, Writer

__all__ = [
    "Acting", "Change", "Intake", "Problem", "Reader", "Store", "Verification", "Writer",
    "open_store", "verify",
]  # fmt: skip
