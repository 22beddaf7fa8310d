"""The catalogue and the names are data; a workspace lays its own over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.claims import extract, load_catalogue, load_entities
from factcheck.claims.entities import Entity, EntityTable
from factcheck.claims.templates import compile_template
from factcheck.errors import InputError
from factcheck.sources import read_text


def test_every_template_of_the_catalogue_compiles_and_has_an_anchor() -> None:
    for predicate in load_catalogue():
        for templates in predicate.templates.values():
            for template in templates:
                assert template.pattern.pattern
                assert all(template.anchors), template.source


def test_a_predicate_of_the_workspace(tmp_path: Path) -> None:
    path = tmp_path / "predicates.toml"
    path.write_text(
        '[lens_count]\nvalue = "quantity"\nfunctional = true\nunit = "lens"\nabout = "system"\n'
        'nouns = { en = ["lenses"] }\n', encoding="utf-8",
    )  # fmt: skip
    document = read_text("The camera Owl has 7 lenses.\n", "text")
    claims = extract(document, load_catalogue(path)).claims
    assert "lens_count" in [claim.predicate for claim in claims]
    assert "lens_count" not in [claim.predicate for claim in extract(document).claims]


def test_a_workspace_replaces_single_keys(tmp_path: Path) -> None:
    path = tmp_path / "predicates.toml"
    path.write_text("[page_count]\nfunctional = false\n", encoding="utf-8")
    changed = load_catalogue(path).get("page_count")
    assert not changed.functional
    assert changed.nouns == load_catalogue().get("page_count").nouns
    assert load_catalogue(path).id != load_catalogue().id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[x]\nvalu = 1\n", "unknown key 'valu'"),
        ('[x]\nvalue = "number"\n', "unknown value kind 'number'"),
        ('[x]\npolicy = "maybe"\n', "unknown policy 'maybe'"),
        ('[x]\nnouns = ["a"]\n', "not a table by language"),
        ('[x]\npatterns = { en = ["(a|b"] }\n', "not closed"),
        ("[x\n", "cannot be read"),
    ],
)
def test_a_catalogue_that_makes_no_sense(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "predicates.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        load_catalogue(path)


def test_names_link_by_exact_forms_only() -> None:
    table = load_entities()
    assert table.canonical("谷歌") == table.canonical("グーグル") == "Google"
    assert table.canonical("Gooogle") == "Gooogle"
    link = table.link("斯坦福大学")
    assert link is not None
    assert (link.entity, link.reason) == (
        "Stanford University",
        "known name of Stanford University",
    )


def test_near_identical_names_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "entities.toml"
    path.write_text(
        '[person]\n"Ana Ruiz" = ["A. Ruiz"]\n[apart]\n"Ana Ruiz" = ["Anna Ruis"]\n',
        encoding="utf-8",
    )
    table = load_entities(path)
    assert table.canonical("A. Ruiz") == "Ana Ruiz"
    assert table.canonical("Anna Ruis") == "Anna Ruis"
    assert table.are_apart("Anna Ruis", "Ana Ruiz")


def test_compounds_of_known_terms_are_rendered_word_by_word() -> None:
    table = EntityTable(entities=(
        Entity(name="solar", kind="term", aliases=("太阳能",)),
        Entity(name="cell", kind="term", aliases=("电池",)),
    ))  # fmt: skip
    assert table.canonical("太阳能电池") == "solar cell"
    assert table.canonical("太阳能飞机") == "太阳能飞机"


def test_a_latin_name_counts_only_as_a_whole_word() -> None:
    table = load_entities()
    assert [m.entity for m in table.mentions("At MIT, commits matter; submit to MITRE.")] == ["MIT"]


def test_a_template_is_bounded_and_matches_whole_words() -> None:
    template = compile_template("trained on {v}")
    match = template.match("it was trained on OpenGraph")
    assert match is not None
    assert match.value == (18, 27)
    assert template.match("constrained on all sides") is None


def test_a_template_with_a_closed_list_of_endings() -> None:
    match = compile_template("在 {v:晶格|网格} 上").match("原子放在方形网格上")
    assert match is not None
    assert match.value == (4, 8)
