"""Texts of our own in every format that is read, of any size: what the benchmark of the readers
reads."""

from __future__ import annotations

import zlib
from collections.abc import Callable

SENTENCES = (
    "Heron-{n} has {size} billion parameters and was trained on {tokens} billion tokens in {year}.",
    "苍鹭-{n} 有 {size}0 亿个参数，用 {tokens}0 亿个词元训练，于 {year} 年发布。",
    "ヘロン-{n}は{size}0億パラメータで、{year}年に公開された。",
)


def sentence(n: int) -> str:
    """A sentence of our own with numbers that change."""
    facts = {"n": n, "size": 2 + n % 7, "tokens": 300 + n % 90, "year": 2012 + n % 12}
    return SENTENCES[n % 3].format(**facts)


def filled(size: int, part: Callable[[int], str], joint: str = "\n") -> str:
    """Parts until their text has about `size` bytes."""
    parts, held, n = list[str](), 0, 0
    while held < size:
        n += 1
        parts.append(part(n))
        held += len(parts[-1].encode()) + len(joint)
    return joint.join(parts)


def text(size: int) -> bytes:
    """Plain text, a paragraph a line."""
    return filled(size, lambda n: f"{n}. Heading {n}\n\n{sentence(n)}\n").encode()


def markdown(size: int) -> bytes:
    """Headings, lists and tables."""
    return filled(size, lambda n: f"## Part {n}\n\n{sentence(n)}\n\n- {sentence(n + 1)}\n").encode()


def html(size: int) -> bytes:
    """A page with the markup of most sites."""
    part = filled(size, lambda n: f'<div class="p x{n}"><h3>Part {n}</h3><p>{sentence(n)} '
                  f'<a href="/{n}">More</a></p></div>')  # fmt: skip
    return f"<!DOCTYPE html><html><body><nav>Home</nav><main>{part}</main></body></html>".encode()


def csl(size: int) -> bytes:
    """CSL-JSON."""
    entry = '{{"title": "Herons of lake {n}", "DOI": "10.1234/{n}", "author": [{{"family": "Doe", '
    entry += '"given": "Jane"}}], "issued": {{"date-parts": [[2020, 5]]}}}}'
    return f"[{filled(size, lambda n: entry.format(n=n), ', ')}]".encode()


def ris(size: int) -> bytes:
    """RIS."""
    return filled(size, lambda n: f"TY  - JOUR\nAU  - Doe, Jane\nTI  - Herons of lake {n}\n"
                  f"PY  - 2020\nDO  - 10.1234/{n}\nER  - \n").encode()  # fmt: skip


def atom(size: int) -> bytes:
    """arXiv's Atom."""
    entries = filled(size, lambda n: f"<entry><id>http://arxiv.org/abs/2401.{n % 90_000:05d}v1</id>"
                     f"<title>Herons of lake {n}</title><author><name>Jane Doe</name></author>"
                     f"<summary>{sentence(n)}</summary></entry>")  # fmt: skip
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()


def bibtex(size: int) -> bytes:
    """BibTeX."""
    return filled(size, lambda n: f"@article{{k{n}, title = {{Herons of lake {n}}}, "
                  f"author = {{Doe, Jane and Roe, R.}}, year = 2020}}").encode()  # fmt: skip


def facts(size: int) -> bytes:
    """House facts as CSV."""
    rows = filled(size, lambda n: f"Heron {n},parameter_count,{n} million,2024,model card")
    return f"subject,predicate,value,as_of,source\n{rows}".encode()


def pdf(size: int) -> bytes:
    """PDF with a Latin font, 40 lines a page, at most 1,900 pages."""
    lines = [f"Heron-{n} has {2 + n % 7} billion parameters in {2012 + n % 12}, they say."
             for n in range(min(size // 56, 76_000))]  # fmt: skip
    pages = [lines[i : i + 40] for i in range(0, len(lines), 40)]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    for i, page in enumerate(pages):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                       b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * i))  # fmt: skip
        shown = b" ".join(b"(%s) Tj T*" % line.encode() for line in page)
        content = zlib.compress(b"BT /F 10 Tf 50 800 Td 14 TL " + shown + b" ET")
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
                       % (len(content), content))  # fmt: skip
    body, places = b"%PDF-1.5\n", list[int]()
    chunks, at = [body], len(body)
    for number, content in enumerate(objects, 1):
        chunk = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        places.append(at)
        chunks.append(chunk)
        at += len(chunk)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    chunks.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
                  b"startxref\n%d\n%%%%EOF\n"
                  % (len(places) + 1, table, len(places) + 1, at))  # fmt: skip
    return b"".join(chunks)


def prose(size: int) -> bytes:
    """An article as most are: one sentence in four states something that can be checked."""
    said = "The herons of the reed belt were counted again, and nobody was surprised by it."
    said += " Those who live near the lake say that the frogs decide, as they always did."
    said += " What comes next is for the council, whose members have read none of it."
    return filled(size, lambda n: f"## Part {n}\n\n{sentence(n)} {said}\n").encode()


MAKERS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "text": ("a.txt", text), "markdown": ("a.md", markdown), "html": ("a.html", html),
    "pdf": ("a.pdf", pdf), "bibtex": ("a.bib", bibtex), "json": ("a.json", csl),
    "ris": ("a.ris", ris), "atom": ("a.xml", atom), "facts": ("a.csv", facts),
}  # fmt: skip
