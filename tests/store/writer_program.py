"""A writer to be killed, or one of several at once: decides and ingests in small transactions and
prints the number of every event that was acknowledged. Arguments: URL, name, how many."""

from __future__ import annotations

import sys

from factcheck.model import Decision
from factcheck.store import open_store
from tests.store.sample import ACTING, AT, article


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main(url: str, name: str, count: int) -> None:
    with open_store(url) as store:
        say("ready")
        for number in range(count):
            with store.write(ACTING) as writer:
                writer.put_decision(Decision(at=AT, actor=name, kind="comment", object=str(number)))
                if number % 5 == 0:
                    writer.put(article(f"{name}-{number}", f"Ossia {1900 + number % 100}"))
                seq = writer.head().seq
            say(str(seq))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
