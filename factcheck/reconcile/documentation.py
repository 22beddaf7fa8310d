"""The pages of the rules as one Markdown document (docs/rules.md), made from what the rules say."""

from __future__ import annotations

from factcheck.reconcile.precision import measured_words
from factcheck.reconcile.rules import RULES
from factcheck.reconcile.rules.interface import RuleDoc

_HEAD = """# Rules

Made from the rules themselves; a test keeps the two in step. `factcheck explain CODE` prints one
page. `high` severity is kept for what changes what a sentence tells its reader; `info` alone does
not make the exit code 1. A rule has a version: a ruling made under an older one stays.

| code | kind | severity | says |
|---|---|---|---|
"""


def rules_page() -> str:
    """The whole document: a table of all our rules, then a section for each."""
    docs = sorted((rule.doc for rule in RULES), key=lambda doc: doc.code)
    table = "".join(f"| {d.code} | {d.kind} | {d.severity} | {d.title} |\n" for d in docs)
    return _HEAD + table + "".join(_section(doc) for doc in docs)


def _section(doc: RuleDoc) -> str:
    return (
        f"\n## {doc.code}: {doc.title}\n\n"
        f"{doc.what}\n\n"
        f"**Why.** {doc.why}\n\n"
        f"**Example.** {doc.example}\n\n"
        f"**Silence.** {doc.silence}\n\n"
        f"**Measured.** {measured_words(doc.code)}\n\n"
        f"Kind {doc.kind}, severity {doc.severity}, version {doc.version}.\n"
    )
