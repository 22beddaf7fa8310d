"""A change of words as an inline diff: struck and inserted in colour, with brackets without it."""

from __future__ import annotations

from factcheck.cli.output import Screen, escape

ARROW = "→"
"""Between what goes and what comes, where colour alone tells them apart."""


def change(old: str, new: str, screen: Screen) -> str:
    """Both wordings in one line: what goes, what comes, and what stays between them."""
    from factcheck.corrections.diff import diff

    shown = []
    for edit in diff(old, new):
        gone, come = _visible(edit.old), _visible(edit.new)
        if edit.op == "equal":
            shown.append(come)
        elif screen.colour:
            parts = (screen.paint(gone, "red", "strike"), screen.paint(come, "green", "bold"))
            shown.append(ARROW.join(filter(None, parts)))
        else:
            shown.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(shown)


def _visible(text: str) -> str:
    return escape(text.replace("\r\n", "\n").replace("\n", "⏎"))
