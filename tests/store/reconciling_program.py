"""Reconciles a store group by group and says how many groups it has judged: there to be killed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from factcheck.claims import load_catalogue
from factcheck.model import Conflict
from factcheck.reconcile.groups.grouping import Witness
from factcheck.reconcile.groups.placing import Judge
from factcheck.store import open_store
from factcheck.store.reconciling import reconcile_groups
from tests.store.sample import ACTING


class Telling(Judge):
    """Says every group before it is judged."""

    def judge(self, name: str, witnesses: Sequence[Witness]) -> list[Conflict]:
        print(name, flush=True)  # noqa: T201 - it is the program's whole purpose
        return super().judge(name, witnesses)


with open_store(sys.argv[1], create=False) as store, store.write(ACTING) as writer:
    reconcile_groups(writer, Telling(load_catalogue(), select=["FC101", "FC201"]), full=True)
print("done", flush=True)  # noqa: T201
