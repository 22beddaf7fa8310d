"""A change of words as an inline diff: struck and inserted in colour, with brackets without it."""

from __future__ import annotations

from factcheck.cli.output import Screen, escape


def change(old: str, new: str, screen: Screen) -> str:
    """Both wordings in one line: what goes, what comes, and what stays between them."""
    return "".join(text for text in pieces(old, new, screen))


def pieces(old: str, new: str, screen: Screen) -> list[str]:
    """The stretches of the change, each painted or bracketed."""
    from factcheck.corrections.diff import diff

    shown = []
    for edit in diff(old, new):
        if edit.op == "equal":
            shown.append(_visible(edit.new))
            continue
        for text, signs, colour in ((edit.old, "[-{}-]", "red"), (edit.new, "{{+{}+}}", "green")):
            if text:
                plain = _visible(text)
                shown.append(screen.paint(plain, colour, "strike" if colour == "red" else "bold")
                             if screen.colour else signs.format(plain))  # fmt: skip
    return shown


def _visible(text: str) -> str:
    return escape(text.replace("\r\n", "\n").replace("\n", "⏎"))
