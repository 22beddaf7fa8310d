"""A report into a folder: whole or not at all, and never over anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import StoreUnavailable
from factcheck.reports import build
from factcheck.workflow import report_folder
from factcheck.workflow.report_folder import write_folder
from tests.reports import sample


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_made_and_made_again_the_same(tmp_path: Path) -> None:
    contents = build(sample.ledger())
    assert write_folder(tmp_path / "report", contents) == len(files(tmp_path / "report"))
    first = files(tmp_path / "report")
    write_folder(tmp_path / "report", contents)
    assert files(tmp_path / "report") == first
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_pages_of_an_earlier_report_are_gone(tmp_path: Path) -> None:
    write_folder(tmp_path / "report", build(sample.ledger()))
    assert (tmp_path / "report" / "notices-1.html").exists()
    write_folder(tmp_path / "report", build(replace(sample.ledger(), notices=())))
    assert not (tmp_path / "report" / "notices-1.html").exists()


def test_a_folder_with_anything_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-ada.txt").write_text("Dear Ada")
    with pytest.raises(StoreUnavailable, match="no report"):
        write_folder(tmp_path / "letters", build(sample.ledger()))
    assert files(tmp_path / "letters") == {"to-ada.txt": b"Dear Ada"}


def test_a_link_and_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").write_text("x")
    for name in ("link", "file"):
        with pytest.raises(StoreUnavailable, match="not a folder"):
            write_folder(tmp_path / name, build(sample.ledger()))
    assert not list((tmp_path / "elsewhere").iterdir())


def test_when_writing_breaks_off_the_earlier_report_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = build(sample.ledger())
    write_folder(tmp_path / "report", contents)
    before = files(tmp_path / "report")

    def broken(_: object) -> object:
        yield "index.html", "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report_folder, "folder_files", broken)
    with pytest.raises(StoreUnavailable, match="No space left"):
        write_folder(tmp_path / "report", contents)
    assert files(tmp_path / "report") == before
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
