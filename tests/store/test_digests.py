"""The canonical form that every digest rests on: frozen, whatever makes it faster."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import canonical, digest, fold

plain = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
    st.text(max_size=4), inner, max_size=4), max_leaves=12)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(values)
def test_the_form_is_the_json_of_the_standard_library(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == text.encode("utf-8", "surrogatepass")


@settings(max_examples=40, deadline=None)
@given(values)
def test_a_float_is_refused_at_any_depth(value: Any) -> None:
    with pytest.raises(TypeError, match="float"):
        canonical({"a": (value, [{"b": 0.5}])})


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=20) | st.text(st.characters(max_codepoint=127), max_size=20))
def test_folding_is_compatibility_form_case_and_blanks(text: str) -> None:
    assert fold(text) == " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def test_a_digest_of_known_parts_never_changes() -> None:
    assert digest("claim", {"b": [1, None], "a": "鹭"}, True) == "b81b4a70de17c7ed45176aa6f9dd268c"
