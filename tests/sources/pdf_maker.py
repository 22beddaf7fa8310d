"""PDF files made by hand, so that each can be as odd as a test needs it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"


def pdf_of(objects: Sequence[bytes], root: int = 1, extra: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, with its table of places."""
    body = io.BytesIO()
    body.write(HEAD)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(body.tell())
        body.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    table = body.tell()
    body.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        body.write(b"%010d 00000 n \n" % place)
    body.write(b"trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (len(objects) + 1, root, extra))
    body.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return body.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def packed(content: bytes) -> bytes:
    """A stream object, compressed."""
    return stream(zlib.compress(content), b"/Filter /FlateDecode")


def with_text(pages: Sequence[Sequence[str]]) -> bytes:
    """A file whose pages show these lines, in a font that maps every character to itself."""
    used = sorted({c for page in pages for line in page for c in line if ord(c) < 0x10000})
    rows = [f"<{ord(c):04X}> <{ord(c):04X}>" for c in used]
    groups = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    mapping = "\n".join(f"{len(g)} beginbfchar\n" + "\n".join(g) + "\nendbfchar" for g in groups)
    cmap = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapping}\nendcmap\nend\nend"
    )
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H "
    font += b"/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
    below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 500 /CIDSystemInfo "
    below += b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    first = 6
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        font, below, stream(cmap.encode()),
    ]  # fmt: skip
    for index, page in enumerate(pages):
        objects.append(page_object(first + 2 * index + 1))
        objects.append(packed(shown(page)))
    return pdf_of(objects)


def page_object(content: int) -> bytes:
    """A page that shows the stream of that number, with font 3."""
    return (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % content)  # fmt: skip


def shown(lines: Sequence[str]) -> bytes:
    """The operators that show lines one below the other."""
    parts = [b"BT /F 10 Tf 50 800 Td 14 TL"]
    for line in lines:
        codes = "".join(f"{ord(c):04X}" for c in line)
        parts.append(f"<{codes}> Tj T*".encode())
    return b"\n".join([*parts, b"ET"])


def one_page(content: bytes, count: int = 1) -> bytes:
    """A file of one page with a Latin font whose content stream is the given object."""
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count %d >>" % count,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        content,
        page_object(4),
    ])  # fmt: skip


def encrypted(data: bytes, password: str) -> bytes:
    """The file behind a password."""
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
