"""Why somebody ruled so, in one word that can be counted, beside the words that explain it."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.errors import UsageError
from factcheck.model import ConflictKind

GROUNDS: Mapping[str, str] = {
    "original": "the original of a translation says so",
    "record": "a reference record says so",
    "source": "another source says so",
    "consistency": "the article itself says so elsewhere",
    "arithmetic": "it follows from the numbers",
    "language": "spelling, grammar or markup",
    "author": "the author or publisher confirmed it",
    "expert": "somebody who knows the matter says so",
    "other": "as the words say",
}
"""What a verdict, or a change of words, rests on."""
REJECTIONS: Mapping[str, str] = {
    "words_right": "the words are right as they stand",
    "wrong_fix": "the words are wrong, and this fix is too",
    "unneeded": "right, and not worth a change",
    "other": "as the words say",
}
"""Why a fix is not made."""
DISMISSALS: Mapping[str, str] = {
    "false_positive": "the rule was wrong here",
    "wont_fix": "the rule is right, and the text stays",
}
SETTLING = ("words_right", "unneeded")
"""Rejections that settle the conflict too; after the others it is still open."""

CODES: Mapping[str, Mapping[str, str]] = {
    "decide": GROUNDS, "accept": GROUNDS, "edit": GROUNDS, "propose": GROUNDS,
    "reject": REJECTIONS, "dismiss": DISMISSALS,
}  # fmt: skip
"""Kind of decision → the codes it takes."""

BY_KIND: Mapping[ConflictKind, str] = {
    "internal": "consistency", "cross_source": "source", "translation": "original",
    "record": "record", "missing_content": "consistency", "correction_notice": "consistency",
    "markup_damage": "language", "changed_text": "source", "duplicate": "language",
    "boilerplate": "language",
}  # fmt: skip
"""What the suggestion of a conflict rests on, which whoever accepts it takes over."""


def check_code(kind: str, code: str) -> str:
    """The code if decisions of this kind take it. Raises UsageError with those they take."""
    codes = CODES[kind]
    if not code:
        raise UsageError("code", f"to {kind} needs a reason code", f"one of {', '.join(codes)}")
    if code not in codes:
        raise UsageError("code", f"{code!r} is unknown", f"one of {', '.join(codes)}")
    return code
