"""How often the vote of sources finds the right author list of a book.

    python benchmarks/truth.py FOLDER [--cross] [-v]

FOLDER holds `claims.jsonl` (source, isbn, authors as a seller writes them) and `dev_gold.jsonl`
(isbn, authors as "surname, first names"). Lists are compared as sets of surnames. Beside it stand
the plain vote (the list that most sellers give) and, of the spellings that hold every surname of
the right list, how many are read as another list: variants wrongly flagged. The priors in use
were chosen on the gold books themselves; --cross says what that is worth: the books are cut into
five parts, and each part is judged with the priors that did best on the other four.
"""

from __future__ import annotations

import html
import json
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from factcheck.reconcile.truth import Priors, Statement, judge

_NOISE = re.compile(
    r"\([^)]{0,120}\)?|\[[^\]]{0,120}\]?|\b(?:edited by|editors?|edited|by|authors?|ed|eds|"
    r"illustrator|foreword|contributor|translator|with|et al|and others|not available|unknown|"
    r"various|null|none|jr|sr|ii|iii|phd|ph\.d|dr|prof|aut|mcse|cissp|inc|ccie)\b\.?:?",
    re.IGNORECASE,
)
_APART = re.compile(r"[;/~|&\n]|\s+and\s+|\s{2,}|-(?=\s)")
_GLUED = re.compile(
    r"(?<=[a-z])(?=[A-Z])(?<!Mc)(?<!Mac)(?<!De)(?<!La)(?<!Le)(?<!Di)(?<!Du)(?<!Van)"
)
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "la", "le", "di", "da", "del", "st", "el"}
)


def surnames(written: str) -> frozenset[str]:
    """The surnames of an author list in any of the orders and separators that sellers use."""
    text = unicodedata.normalize("NFKD", html.unescape(html.unescape(written)))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _NOISE.sub(" ; ", text) if "author" in text.casefold() else _NOISE.sub(" ", text)
    found: set[str] = set()
    for piece in _APART.split(text):
        found.update(_piece(_GLUED.sub("; ", piece)))
    return frozenset(name for name in found if len(name) > 1)


def _piece(text: str) -> list[str]:
    if ";" in text and "," in text:
        rows = [row.strip() for row in text.split(";")]
        text = ", ".join(row for row in rows if row)
    parts = [part.strip(" .'\"-:") for part in text.replace(";", ",").split(",")]
    parts = [part for part in parts if part and re.search(r"[A-Za-z]{2}|^[A-Z]$", part)]
    if not parts:
        return []
    first = _words(parts[0])
    if len(parts) == 1 or (len(first) > 1 and first[0] not in _PARTICLES):
        return [_last(part) for part in parts]
    names, at = [_joined(parts[0])], 1
    while at < len(parts):
        words = _words(parts[at])
        if at + 1 < len(parts) and len(words) > 1 and len(words[-1]) > 2:
            names.append(words[-1])
            at += 1
            continue
        if at + 1 < len(parts):
            names.append(_joined(parts[at + 1]))
        at += 2
    return names


def _words(part: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[A-Za-z][A-Za-z'\-]*", part)]


def _joined(part: str) -> str:
    words = _words(part)
    return words[-1] if words else ""


def _last(part: str) -> str:
    words = [word for word in _words(part) if len(word) > 1]
    return words[-1] if words else ""


def _folded(written: str) -> str:
    text = unicodedata.normalize("NFKD", html.unescape(html.unescape(written)))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


GRID = [
    Priors(names_true=true, names_false=false)
    for true in ((1.0, 3.0), (2.0, 6.0), (2.0, 2.0), (4.0, 4.0), (6.0, 2.0), (1.0, 7.0))
    for false in ((1.0, 4.0), (1.0, 9.0), (1.0, 19.0), (1.0, 39.0), (1.0, 99.0))
]
FOLDS = 5


def _cross(told: list[Statement], gold: Mapping[str, frozenset[str]]) -> int:
    """Of all gold books, those right under the priors that did best on the other folds."""
    books = sorted(gold)
    right = []
    for priors in GRID:
        verdicts = judge(told, priors=priors)
        right.append({isbn for isbn in books if verdicts[isbn].value == gold[isbn]})
    total = 0
    for fold in range(FOLDS):
        held = set(books[fold::FOLDS])
        best = max(range(len(GRID)), key=lambda i: (len(right[i] - held), -i))
        total += len(right[best] & held)
    return total


def main() -> None:
    folder = Path(sys.argv[1])
    gold = {
        row["isbn"]: frozenset(_joined(name.split(",")[0]) for name in row["authors"])
        for row in map(json.loads, (folder / "dev_gold.jsonl").read_text("utf-8").splitlines())
    }
    claims = [json.loads(s) for s in (folder / "claims.jsonl").read_text("utf-8").splitlines()]
    started = time.perf_counter()
    told = [
        Statement(item=row["isbn"], source=row["source"], parts=surnames(row["authors"]))
        for row in claims
    ]
    verdicts = judge(told)
    took = time.perf_counter() - started
    right = [isbn for isbn in gold if verdicts[isbn].value == gold[isbn]]
    votes: dict[str, Counter[frozenset[str]]] = defaultdict(Counter)
    for one in told:
        if one.parts:
            votes[one.item][one.parts] += 1
    plain = [isbn for isbn in gold if votes[isbn].most_common(1)[0][0] == gold[isbn]]
    spellings = {
        (row["isbn"], row["authors"]): one.parts
        for row, one in zip(claims, told, strict=True)
        if row["isbn"] in gold and all(n in _folded(row["authors"]) for n in gold[row["isbn"]])
    }
    flagged = [key for key, parts in spellings.items() if parts != gold[key[0]]]
    sys.stdout.write(f"author lists right, weighted vote    {len(right)} of {len(gold)}" + "\n")
    sys.stdout.write(f"author lists right, plain vote       {len(plain)} of {len(gold)}" + "\n")
    sys.stdout.write(
        f"spellings of the right list flagged  {len(flagged)} of {len(spellings)}" + "\n"
    )
    sys.stdout.write(
        f"{len(claims)} claims of {len({t.source for t in told})} sources in {took:.1f} s" + "\n"
    )
    if "--cross" in sys.argv:
        crossed = _cross(told, gold)
        sys.stdout.write(f"the same, priors chosen on other books  {crossed} of {len(gold)}" + "\n")
    if "-v" in sys.argv:
        for isbn in sorted(set(gold) - set(right)):
            lines = [isbn, f"gold {sorted(gold[isbn])}", *verdicts[isbn].evidence]
            sys.stdout.write("\n    ".join(lines) + "\n")


if __name__ == "__main__":
    main()
