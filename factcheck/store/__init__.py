"""The only room that knows SQL: an append-only, hash-chained log and the tables it explains."""

from factcheck.store.database import Store, open_store
from factcheck.store.intake import Intake
from factcheck.store.pieces import Piece, Traits, held_pieces, held_traits, put_pieces
from factcheck.store.reader import CurrentReading, Reader
from factcheck.store.reconciling import ByHand, reconcile_groups
from factcheck.store.story import Problem
from factcheck.store.verify import Verification, verify
from factcheck.store.writer import Acting, Change, Writer

__all__ = [
    "Acting", "ByHand", "Change", "CurrentReading", "Intake", "Piece", "Problem", "Reader", "Store",
    "Traits", "Verification", "Writer", "held_pieces", "held_traits", "open_store", "put_pieces",
    "reconcile_groups", "verify",
]  # fmt: skip
