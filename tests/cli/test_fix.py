"""`check --fix` and `check --diff`: only what is certain, never over another text, and once."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import fixing
from factcheck.cli.app import app
from factcheck.errors import StoreUnavailable

ENGLISH = "# Heron: a family of models\n\nHeron ranges from 3 billion to 30 billion parameters.\n"
JAPANESE = "# ヘロン:モデルの系列\n\nヘロンは30億から30億のパラメータを持つ。\n"
NOTES = """# Notes

As shown by Tern et al , 2019, the model is open. 🐦

Monday, 2 January 2024 was the day, see Smith et al, 2020.
"""
MENDED = NOTES.replace("et al ,", "et al.,").replace("et al,", "et al.,")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("heron.md", ENGLISH), ("heron.ja.md", JAPANESE), ("notes.md", NOTES)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def factcheck(*words: str, stdin: str | bytes = "", code: int = 0) -> Result:
    left = CliRunner().invoke(app, ["check", *words], input=stdin, prog_name="factcheck")
    assert left.exit_code == code, left.output
    return left


def test_the_certain_is_mended_and_the_rest_is_shown(desk: Path) -> None:
    left = factcheck("notes.md", "--fix", code=1)
    assert (desk / "notes.md").read_text("utf-8") == MENDED
    assert (desk / "notes.md.bak").read_text("utf-8") == NOTES
    assert "FC103" in left.stdout and "FC703" not in left.stdout
    assert "notes.md: 2 places mended; as it was: " in left.stderr
    assert "1 suggestion left to people" in left.stderr


def test_doing_it_again_changes_nothing(desk: Path) -> None:
    factcheck("notes.md", "--fix", code=1)
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in desk.iterdir()}
    left = factcheck("notes.md", "--fix", code=1)
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in desk.iterdir()} == before
    assert "certain: nothing " in left.stderr


def test_what_could_not_be_written_is_reported_as_it_stands(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = factcheck("notes.md", "--exit-zero").stdout

    def refused(path: Path, *_: object) -> Path:
        raise StoreUnavailable(str(path), "cannot be written: Permission denied", "check it")

    monkeypatch.setattr(fixing, "rewrite", refused)
    left = factcheck("notes.md", "--fix", code=5)
    assert left.stdout == found
    assert "FC703" in left.stdout
    assert "certain: nothing was mended" in left.stderr
    assert (desk / "notes.md").read_text("utf-8") == NOTES


def test_a_slipped_digit_of_a_translation_is_mended_and_the_original_never(desk: Path) -> None:
    factcheck("heron.ja.md", "--original", "heron.md", "--fix")
    assert (desk / "heron.ja.md").read_text("utf-8") == JAPANESE.replace("から30億", "から300億")
    assert (desk / "heron.md").read_text("utf-8") == ENGLISH


def test_a_patch_is_shown_and_git_applies_it(desk: Path) -> None:
    left = factcheck("notes.md", "./heron.ja.md", "--original", "heron.md", "--diff", code=1)
    assert (desk / "notes.md").read_text("utf-8") == NOTES
    subprocess.run(["git", "apply", "-"], input=left.stdout.encode(), cwd=desk, check=True)
    patched = {name: (desk / name).read_bytes() for name in ("notes.md", "heron.ja.md")}
    for name, text in (("heron.ja.md", JAPANESE), ("notes.md", NOTES)):
        (desk / name).write_text(text, encoding="utf-8")
    factcheck("notes.md", "heron.ja.md", "--original", "heron.md", "--fix", code=1)
    assert {name: (desk / name).read_bytes() for name in patched} == patched


def test_a_patch_of_nothing_is_empty(desk: Path) -> None:
    left = factcheck("heron.md", "--diff")
    assert left.stdout == ""
    assert factcheck("notes.md", "--diff", "--exit-zero").stdout.startswith("--- a/notes.md")


def test_codes_and_a_baseline_say_what_may_be_mended(desk: Path) -> None:
    assert factcheck("notes.md", "--diff", "--select", "FC103").stdout == ""
    assert factcheck("notes.md", "--diff", "--ignore", "FC7").stdout == ""
    assert factcheck("notes.md", "--diff", "--select", "FC703", code=1).stdout
    known = desk / "known.json"
    known.write_text(factcheck("notes.md", "--format", "json", code=1).stdout, encoding="utf-8")
    assert factcheck("notes.md", "--diff", "--baseline", str(known)).stdout == ""


def test_standard_input_comes_out_mended_and_the_findings_aside(desk: Path) -> None:
    left = factcheck("-", "--fix", stdin=NOTES, code=1)
    assert left.stdout == MENDED
    assert "-:5:1 FC103" in left.stderr
    assert factcheck("-", "--fix", stdin=ENGLISH).stdout == ENGLISH
    assert sorted(p.name for p in desk.iterdir()) == ["heron.ja.md", "heron.md", "notes.md"]


def test_findings_in_a_format_are_those_that_remain(desk: Path) -> None:
    tree = json.loads(factcheck("notes.md", "--fix", "--format", "json", code=1).stdout)
    assert [c["code"] for c in tree["conflicts"]] == ["FC103"]


def test_a_file_that_changed_meanwhile_is_left_alone(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = "somebody saved this\n"

    def mend_late(*given: object) -> fixing.Mended:
        (desk / "notes.md").write_text(other, encoding="utf-8")
        return mend(*given)  # type: ignore[arg-type]

    mend = fixing.mend
    monkeypatch.setattr(fixing, "mend", mend_late)
    left = factcheck("notes.md", "--fix", code=4)
    assert "notes.md: it changed while it was checked" in left.stderr
    assert (desk / "notes.md").read_text("utf-8") == other
    assert not (desk / "notes.md.bak").exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "shift_jis", "gb18030", "euc_jp"])
def test_encoding_line_ends_and_mode_stay(desk: Path, encoding: str) -> None:
    text = JAPANESE.replace("\n", "\r\n") * 30
    path = desk / "heron.ja.md"
    path.write_bytes(text.encode(encoding))
    path.chmod(0o640)
    factcheck("heron.ja.md", "--original", "heron.md", "--fix", "--exit-zero")
    after = path.read_bytes().decode(encoding)
    assert after != text and after.replace("300億", "30億") == text
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(desk: Path) -> None:
    (desk / "link.md").symlink_to("notes.md")
    factcheck("link.md", "--fix", code=1)
    assert (desk / "link.md").is_symlink()
    assert (desk / "notes.md").read_text("utf-8") == MENDED


def test_a_page_is_never_rewritten(desk: Path) -> None:
    page = f"<html><body><p>{NOTES.splitlines()[2]}</p></body></html>"
    (desk / "page.html").write_text(page, encoding="utf-8")
    factcheck("page.html", "--fix", "--exit-zero")
    assert (desk / "page.html").read_text("utf-8") == page


@pytest.mark.parametrize(
    "words",
    [("notes.md", "--fix", "--diff"), ("notes.md", "--diff", "--format", "json"),
     ("-", "notes.md", "--fix")],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(desk: Path, words: tuple[str, ...]) -> None:
    left = factcheck(*words, code=2)
    assert left.stderr.count("\n") == 1
