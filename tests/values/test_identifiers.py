"""Identifiers are taken before any number is read from them."""

import pytest

from factcheck.model import Identifier
from factcheck.values import parse_values


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("see arXiv:1706.03762v5.", "arxiv", "1706.03762v5"),
        ("(2112.04426)", "arxiv", "2112.04426"),
        ("doi:10.1000/xyz123,", "doi", "10.1000/xyz123"),
        ("https://example.org/a?b=30%25 (30)", "url", "https://example.org/a?b=30%25"),
        ("version 1.2", "version", "1.2"),
        ("v2.10.3", "version", "2.10.3"),
        ("CC BY-SA 4.0", "licence", "CC-BY-SA-4.0"),
        ("0000-0002-1825-0097", "orcid", "0000-0002-1825-0097"),
    ],
)
def test_identifiers(text: str, scheme: str, value: str) -> None:
    found = parse_values(text)[0]
    assert isinstance(found.value, Identifier)
    assert (found.value.scheme, found.value.value) == (scheme, value)
    assert text[found.start : found.end] == found.quote


def test_an_arxiv_number_needs_a_month() -> None:
    assert not any(isinstance(f.value, Identifier) for f in parse_values("1799.12345"))
