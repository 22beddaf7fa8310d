"""A full reconcile by groups beside DuckDB's group-by and a Python dict of lists.

The store is the one that `ingest.py --keep` leaves. The peers are given the same claims as plain
columns in memory or in a table of their own; they only find the contested groups and write them
down, while factcheck also reads the claims of those groups, compares their values and writes the
conflicts with their sides and their event. `again` is a full reconcile in which nothing changed.

Run: python benchmarks/reconcile.py STORE.db
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.generated import ACTING, child, clock, seconds, table, told
from factcheck.claims import load_catalogue
from factcheck.reconcile.groups.placing import Judge
from factcheck.store import open_store
from factcheck.store.reconciling import reconcile_groups

STRINGS = """SELECT g.text, c.value, r.snapshot_id FROM claims c
JOIN groups g ON g.id = c.group_id JOIN readings r ON r.id = c.reading_id"""
SCAN = """SELECT group_id FROM claims WHERE group_id IS NOT NULL
GROUP BY group_id HAVING MIN(value_id) < MAX(value_id)"""


def copy(store: Path, folder: Path) -> Path:
    """The store once more, so that every way begins with the same one."""
    return Path(shutil.copy(store, folder / "copy.db"))


def ours(store: Path, folder: Path, again: bool) -> None:
    judge = Judge(load_catalogue(), select=["FC101", "FC201"])
    with open_store(f"sqlite:///{copy(store, folder)}") as opened:

        def full() -> None:
            with opened.write(ACTING) as writer:
                reconcile_groups(writer, judge, full=True)

        first = seconds(full)
        taken = seconds(full, 3) if again else first
        with opened.read() as reader:
            told(seconds=taken, found=len(reader.conflicts()))


def scan(store: Path) -> None:
    """The query alone that says which groups are contested."""
    connection = sqlite3.connect(store)
    found: list[tuple[int]] = []
    taken = seconds(lambda: found.extend(connection.execute(SCAN)), 3)
    told(seconds=taken, found=len(found) // 3)


def duckdb_strings(store: Path) -> None:
    import duckdb

    rows = [(g, v) for g, v, _ in sqlite3.connect(store).execute(STRINGS)]
    engine = duckdb.connect()
    engine.execute("SET threads = 1")
    engine.execute("CREATE TABLE claims (name VARCHAR, value VARCHAR)")
    import pyarrow

    columns = pyarrow.table({"name": [r[0] for r in rows], "value": [r[1] for r in rows]})
    engine.register("columns", columns)
    engine.execute("INSERT INTO claims SELECT * FROM columns")
    taken = seconds(lambda: engine.execute(
        "CREATE OR REPLACE TABLE contested AS SELECT name, list(DISTINCT value) AS vals FROM claims"
        " GROUP BY name HAVING count(DISTINCT value) > 1"), 3)  # fmt: skip
    simple = seconds(lambda: engine.execute(
        "CREATE OR REPLACE TABLE contested AS SELECT name, min(value), max(value) FROM claims"
        " GROUP BY name HAVING min(value) < max(value)"), 3)  # fmt: skip
    counted = engine.execute("SELECT count(*) FROM contested").fetchone()
    told(seconds=min(simple, taken), found=counted[0] if counted else 0)


def dict_of_lists(store: Path) -> None:
    rows = list(sqlite3.connect(store).execute(STRINGS))
    started = clock()
    groups: dict[str, list[tuple[str, int]]] = {}
    for name, value, snapshot in rows:
        groups.setdefault(name, []).append((value, snapshot))
    contested = [name for name, held in groups.items() if len({value for value, _ in held}) > 1]
    told(seconds=clock() - started, found=len(contested))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, nargs="?")
    parser.add_argument("--way")
    parser.add_argument("--store", dest="given", type=Path)
    given = parser.parse_args()
    store = given.store or given.given
    if not given.way:
        ways = ("DuckDB, strings", "dict of lists", "SQLite scan", "ours", "ours again")
        found = {way: child(__file__, way, "--store", str(store)) for way in ways}
        floor = float(found["DuckDB, strings"].get("seconds", "nan"))
        table(("way", "seconds", "of DuckDB", "found", "peak MB"), [
            (way, f["seconds"], float(f["seconds"]) / floor, str(f["found"]), f["peak"])
            if "seconds" in f else (way, f["absent"], "", "", "") for way, f in found.items()
        ])  # fmt: skip
        return
    with tempfile.TemporaryDirectory(dir=store.parent) as name:
        if given.way == "DuckDB, strings":
            duckdb_strings(store)
        elif given.way == "dict of lists":
            dict_of_lists(store)
        elif given.way == "SQLite scan":
            scan(store)
        else:
            ours(store, Path(name), given.way == "ours again")


if __name__ == "__main__":
    main()
