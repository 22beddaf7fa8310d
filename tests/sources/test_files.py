"""Files that cannot be read are refused in one line each, and nothing ever blocks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.sources import read_file


def refusal(path: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.exit_code == 3 and "\n" not in str(caught.value)
    return caught.value.why


def test_a_file_is_known_by_its_path_or_by_a_name(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("One line.", encoding="utf-8")
    assert read_file(path).name == str(path)
    assert read_file(path, "note").snapshot.source == "note"


def test_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.txt") == "no such file"
    assert refusal(tmp_path / "absent" / "x.txt") == "no such file"


def test_directory(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a directory"


def test_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert refusal(tmp_path / "empty.txt") == "empty file"


def test_a_pipe_without_a_writer_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "this is a pipe"


def test_links_that_lead_nowhere_or_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to("absent")
    assert refusal(tmp_path / "dangling") == "no such file"
    (tmp_path / "loop").symlink_to("loop")
    assert refusal(tmp_path / "loop").startswith("cannot be read: ")
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert refusal(tmp_path / "zero") == "this is a device"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_devices(device: str) -> None:
    assert refusal(device) == "this is a device"


def test_a_name_that_no_file_can_have() -> None:
    assert "cannot be read" in refusal("a\x00b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    assert refusal(path) == "no permission to read it"


def test_above_ten_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(11_000_000)
    assert refusal(path) == "11.0 MB; limit 10 MB"


def test_a_paper_above_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    with path.open("wb") as stream:
        stream.write(b"%PDF-1.5\n")
        stream.truncate(51_000_000)
    assert refusal(path) == "51.0 MB; limit 50 MB"


def test_a_refused_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("factcheck.sources.files.os.open", refuse)
    assert refusal(tmp_path / "secret.txt") == "no permission to read it"
