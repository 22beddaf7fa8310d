"""How often a rule was right on texts with known answers: what a reader may expect of it. The
table is made by benchmarks/precision.py."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def measured() -> Mapping[str, tuple[int, int]]:
    """Findings that were right and findings in all, by the code of the rule."""
    text = files("factcheck.reconcile").joinpath("precision.toml").read_text(encoding="utf-8")
    return {code: (right, said) for code, (right, said) in tomllib.loads(text).items()}


def measured_words(code: str) -> str:
    """One sentence for the page of a rule."""
    found = measured().get(code)
    if found is None:
        return "Not measured: it never spoke on the texts with known answers."
    return (f"{found[0]} of {found[1]} findings were right on our own texts with known answers, "
            "some of which it was made on.")  # fmt: skip
