"""The archive keeps what came in: immutable snapshots, nothing twice, damage noticed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InputError, IntegrityError, StoreUnavailable, UsageError
from factcheck.model import Source, sha256
from factcheck.sources import archive
from factcheck.sources.slugs import SLUG, slug_of
from factcheck.sources.toml_text import pair, string
from factcheck.workspace import Workspace

FIRST = b"# A weekly\n\nThe model has 13 billion parameters.\n"
SECOND = b"# A weekly\n\nThe model has 31 billion parameters.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(root=tmp_path)


def files(workspace: Workspace) -> dict[str, bytes]:
    return {
        str(p.relative_to(workspace.root)): p.read_bytes()
        for p in sorted(workspace.root.rglob("*"))
        if p.is_file()
    }


def test_a_source_is_a_folder_with_its_snapshot(workspace: Workspace) -> None:
    added = archive.add(workspace, FIRST, "weekly", name="weekly.md",
                        retrieved_at="2024-05-06T00:00:00Z")  # fmt: skip
    assert added.added and added.entry.source.title == "A weekly"
    kept = files(workspace)
    assert kept[f"sources/weekly/{sha256(FIRST)[:16]}.md"] == FIRST
    stated = tomllib.loads(kept["sources/weekly/source.toml"].decode())
    assert stated["snapshots"] == [{
        "sha256": sha256(FIRST), "file": f"{sha256(FIRST)[:16]}.md",
        "media_type": "text/markdown", "retrieved_at": "2024-05-06T00:00:00Z",
    }]  # fmt: skip


def test_the_same_bytes_again_change_nothing(workspace: Workspace) -> None:
    archive.add(workspace, FIRST, "weekly", name="weekly.md", retrieved_at="2024-05-06")
    before = files(workspace)
    again = archive.add(workspace, FIRST, "weekly", name="weekly.md", retrieved_at="2024-09-09")
    assert not again.added and files(workspace) == before


def test_changed_bytes_are_a_new_snapshot_and_the_old_one_stays(workspace: Workspace) -> None:
    archive.add(workspace, FIRST, "weekly", name="w.md")
    archive.add(workspace, SECOND, "weekly", name="w.md")
    (entry,) = archive.list_sources(workspace)
    assert [held.sha256 for held in entry.snapshots] == [sha256(FIRST), sha256(SECOND)]
    assert "31 billion" in archive.load(workspace, "weekly")[1].text
    assert "13 billion" in archive.load(workspace, "weekly", sha256(FIRST)[:8])[1].text


def test_a_loaded_document_goes_by_its_slug(workspace: Workspace) -> None:
    archive.add(workspace, FIRST, "weekly", name="w.md")
    source, document = archive.load(workspace, "weekly")
    assert source.slug == document.name == document.snapshot.source == "weekly"
    assert document.snapshot.media_type == "text/markdown"


def test_a_description_survives_the_way_to_disk(workspace: Workspace) -> None:
    source = Source(
        slug="weekly", title='He said "27億"\\ and left\n', kind="translation", language="ja",
        publisher="Öst & Söhne", url="https://example.org/?a=1#b", published="2024-05",
        licence="CC-BY-4.0", rank=3,
        relations=(("corrects", "b"), ("republishes", "c"), ("translation_of", "a")),
    )  # fmt: skip
    archive.add(workspace, FIRST, "weekly", source)
    held = archive.entry_of(workspace, "weekly").source
    assert sorted(held.relations) == sorted(source.relations)
    assert {**held.to_dict(), "relations": []} == {**source.to_dict(), "relations": []}
    again = archive.add(workspace, FIRST, "weekly", source)
    assert again.entry.source == held


def test_an_altered_snapshot_is_noticed(workspace: Workspace) -> None:
    added = archive.add(workspace, FIRST, "weekly")
    path = workspace.sources / "weekly" / added.snapshot.file
    path.write_bytes(SECOND)
    with pytest.raises(IntegrityError, match="was altered") as caught:
        archive.load(workspace, "weekly")
    assert caught.value.exit_code == 6
    path.unlink()
    with pytest.raises(IntegrityError, match="no such file"):
        archive.load(workspace, "weekly")


@pytest.mark.parametrize(
    "damage",
    ["title = ", "rank = 'x'\nkind = 'poem'\n", "[[snapshots]]\nsha256 = 'ab'\n",
     "[[snapshots]]\nsha256 = '" + "0" * 64 + "'\nfile = '../../x'\nmedia_type = 'a/b'\n"],
)  # fmt: skip
def test_a_damaged_description_is_noticed(workspace: Workspace, damage: str) -> None:
    archive.add(workspace, FIRST, "weekly")
    (workspace.sources / "weekly" / "source.toml").write_text(damage)
    with pytest.raises(IntegrityError):
        archive.load(workspace, "weekly")


@pytest.mark.parametrize("slug", ["", "../x", "A", "a/b", "a b", "é", "x" * 61, "-a", "a\n"])
def test_a_slug_never_leaves_its_folder(workspace: Workspace, slug: str) -> None:
    with pytest.raises(UsageError):
        archive.add(workspace, FIRST, slug)
    with pytest.raises(UsageError):
        archive.load(workspace, slug)
    assert files(workspace) == {}


def test_what_cannot_be_read_is_not_archived(workspace: Workspace) -> None:
    with pytest.raises(InputError):
        archive.add(workspace, b"\x89PNG....", "picture")
    assert files(workspace) == {}


def test_an_unwritable_place_changes_nothing(workspace: Workspace) -> None:
    workspace.sources.write_text("a file stands here")
    with pytest.raises(StoreUnavailable, match="nothing changed"):
        archive.add(workspace, FIRST, "weekly")
    assert list(files(workspace)) == ["sources"]


def test_an_unknown_source_and_snapshot(workspace: Workspace) -> None:
    assert archive.list_sources(workspace) == []
    with pytest.raises(UsageError, match="no such source"):
        archive.load(workspace, "weekly")
    archive.add(workspace, FIRST, "weekly")
    with pytest.raises(UsageError, match="names 0 snapshots"):
        archive.load(workspace, "weekly", "ffff")


def test_a_bibliography_is_a_source_of_kind_record(workspace: Workspace) -> None:
    added = archive.add(workspace, b"@misc{k, title={T}, year=2020}", "papers", name="p.bib")
    assert added.entry.source.kind == "record" and added.snapshot.file.endswith(".bib")
    assert archive.load(workspace, "papers")[1].kind == "record"


@given(st.text(max_size=80))
def test_every_name_gives_a_slug(name: str) -> None:
    assert SLUG.fullmatch(slug_of(name))


def test_slugs() -> None:
    assert slug_of("notes/A Weekly, No. 3.md") == "a-weekly-no-3"
    assert slug_of("週刊.md") != slug_of("月刊.md")
    assert slug_of("x" * 200) != slug_of("x" * 201)


@given(st.text())
def test_toml_strings_come_back(text: str) -> None:
    clean = "".join(c for c in text if not 0xD800 <= ord(c) <= 0xDFFF)
    assert tomllib.loads(pair("key", clean)) == {"key": clean}
    assert "\n" not in string(text)
