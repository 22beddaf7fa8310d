"""One of several reviewers at once, or one to be killed: accepts every correction in an order of
its own and says what became of each. Arguments: folder of the workspace, name."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

from factcheck.errors import StaleError
from factcheck.workflow import requests
from factcheck.workflow.session import Act, Session
from factcheck.workspace import open_workspace


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main(folder: str, name: str) -> None:
    with Session(open_workspace(Path(folder))) as session:
        cases = [case.id for case in session.ledger().corrections]
        random.Random(name).shuffle(cases)
        for case in cases:
            try:
                session.perform(Act(actor=name), requests.accept([case]))
                say("ruled", case, name)
            except StaleError as error:
                told = re.search(r"already accepted by (\S+) at", str(error))
                say("told", case, told[1] if told else "nobody")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
