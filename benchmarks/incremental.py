"""A hundred new claims into a full store, end to end: one document put, committed, and the groups
it touches reconciled and committed; beside a full reconcile of the same store.

Run: python benchmarks/incremental.py STORE.db  (as `ingest.py --keep` leaves it)
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.generated import ACTING, clock, documents, seconds, table
from factcheck.claims import load_catalogue
from factcheck.reconcile.groups.placing import Judge
from factcheck.store import Intake, Store, open_store
from factcheck.store.reconciling import reconcile_groups

ROUNDS = 9


def added(store: Store, judge: Judge, intake: Intake) -> tuple[float, float]:
    """Seconds to put a document, and to reconcile after it."""
    started = clock()
    with store.write(ACTING) as writer:
        writer.put(intake)
    stored = clock()
    with store.write(ACTING) as writer:
        reconcile_groups(writer, judge)
    return stored - started, clock() - stored


def main() -> None:
    judge = Judge(load_catalogue(), select=["FC101", "FC201"])
    with tempfile.TemporaryDirectory(dir=Path(sys.argv[1]).parent) as folder:
        path = shutil.copy(sys.argv[1], Path(folder, "copy.db"))
        with open_store(f"sqlite:///{path}") as store:

            def full() -> None:
                with store.write(ACTING) as writer:
                    reconcile_groups(writer, judge, full=True)

            first, again = seconds(full), seconds(full, 3)
            with store.read() as reader:
                held = reader.connection.exec_driver_sql("SELECT COUNT(*) FROM claims").scalar()
            new = documents(100 * ROUNDS, first=10_000_000, among=int(held or 0))
            rounds = [added(store, judge, intake) for intake in new]
            putting = statistics.median(r[0] for r in rounds)
            judging = statistics.median(r[1] for r in rounds)
    table(("step", "seconds", "full / it"), [
        ("full reconcile, the first", first, ""), ("full reconcile, again", again, ""),
        ("put 100 claims", putting, ""), ("reconcile what they touch", judging, first / judging),
        ("both, end to end", putting + judging, first / (putting + judging)),
    ])  # fmt: skip


if __name__ == "__main__":
    main()
