"""LaTeX of bibliographies in plain characters."""

from __future__ import annotations

import pytest

from factcheck.sources.records.latex import plain


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"M{\"u}ller", "Müller"), (r"M\"uller", "Müller"), (r"M{\"{u}}ller", "Müller"),
        (r"M\"{u}ller", "Müller"), (r"{M\"uller}", "Müller"), (r"{\L}ukasz", "Łukasz"),
        (r"\L ukasz", "Łukasz"), (r"J{\'e}r{\^o}me", "Jérôme"), (r"{\AA}ngstr{\"o}m", "Ångström"),
        (r"Vuleti{\'c}", "Vuletić"), (r"\v{S}imon", "Šimon"), (r"Gra{\c c}a", "Graça"),
        (r"na{\"\i}ve", "naïve"), (r"R\&D 50\% a\_b", "R&D 50% a_b"), ("1--10", "1–10"),
        ("A~B  and\n C", "A B and C"), ("{BERT}: {P}re", "BERT: Pre"), (r"stra{\ss}e", "straße"),
        (r"\emph{Nature}", "Nature"), ("plain", "plain"), (r"{\v{C}}apek", "Čapek"),
    ],
)  # fmt: skip
def test_values(written: str, read: str) -> None:
    assert plain(written) == read
