"""Fixes in a text: composed, refused where they overlap, and a diff that git takes."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.corrections.patching import Fix, applied, compose, unified_diff
from factcheck.errors import InputError


def fix(text: str, old: str, new: str, name: str = "") -> Fix:
    start = text.index(old)
    return Fix(start=start, end=start + len(old), old=old, replacement=new, name=name)


def test_several_fixes_compose_in_any_order() -> None:
    text = "Ossia came out in 2019.\nIt has 7 billion parameters.\n"
    fixes = [fix(text, "7 billion", "70 billion"), fix(text, "2019", "2020")]
    made = applied(text, compose(text, fixes))
    assert made == "Ossia came out in 2020.\nIt has 70 billion parameters.\n"
    assert applied(text, compose(text, fixes[::-1])) == made


def test_the_same_fix_twice_is_one() -> None:
    text = "七亿参数"
    one = fix(text, "七亿", "七十亿", "a")
    assert compose(text, [one, fix(text, "七亿", "七十亿", "b")]) == [one]


def test_overlapping_fixes_are_refused_and_both_named() -> None:
    text = "It has 7 billion parameters."
    with pytest.raises(InputError, match="aaa and bbb: they change the same words"):
        compose(text, [fix(text, "7 billion", "70 billion", "aaa"),
                       fix(text, "billion parameters", "million parameters", "bbb")])  # fmt: skip
    with pytest.raises(InputError, match="they change the same words"):
        compose(text, [fix(text, "7 billion", "70 billion"), fix(text, "7 billion", "8 billion")])


def test_a_fix_of_other_words_is_refused() -> None:
    with pytest.raises(InputError, match="does not stand at 0"):
        compose("It has", [Fix(start=0, end=2, old="Is", replacement="Was", name="x")])


def test_a_diff_reads_as_git_writes_it() -> None:
    text = "one\ntwo\nthree\nfour\nfive\nsix\n"
    assert unified_diff(text, compose(text, [fix(text, "five", "fünf")]), "notes.md") == (
        "--- a/notes.md\n+++ b/notes.md\n@@ -2,5 +2,5 @@\n two\n three\n four\n-five\n+fünf\n six\n"
    )


def test_no_change_is_no_diff() -> None:
    assert unified_diff("one\n", [], "notes.md") == ""


LINES = st.lists(
    st.text(alphabet=st.sampled_from("ab 億，\r\t\x0c\u2028+-@"), max_size=6),
    min_size=1,
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LINES, st.booleans(), st.data())
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_applies_every_diff(lines: list[str], ends: bool, data: st.DataObject) -> None:
    text = "\n".join(lines) + ("\n" if ends else "")
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    words = st.sampled_from(["", "x", "270億", "\n", "y\nz", "  "])
    fixes = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        new = data.draw(words)
        if new != text[start:end]:
            fixes.append(Fix(start=start, end=end, old=text[start:end], replacement=new))
    made = compose(text, fixes)
    wanted = applied(text, made)
    diff = unified_diff(text, made, "a 文.md")
    if not diff:
        assert wanted == text
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a 文.md")
        path.write_bytes(text.encode())
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        apply = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
        subprocess.run(apply, cwd=folder, check=True, input=diff.encode())
        assert (path.read_bytes() if path.exists() else b"").decode() == wanted


def test_a_long_text_is_no_work() -> None:
    text = "1\n" * 50_000
    fixes = [Fix(start=n, end=n + 1, old="1", replacement="2") for n in range(0, 100_000, 100)]
    diff = unified_diff(text, compose(text, fixes), "long.txt")
    assert diff.count("\n+2\n") == 1_000
