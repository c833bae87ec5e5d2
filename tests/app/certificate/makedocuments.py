#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Uketsuke authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the documents of the certificate tests, good and hostile, into a folder. All people are made up."""
import subprocess
import sys
import zlib
from pathlib import Path

A4, A5_LANDSCAPE, A2 = (595.28, 841.89), (595.28, 419.53), (1190.55, 1683.78)


def assemble(objects, tail=b""):
    """One PDF from its objects; object 1 is the catalogue."""
    out, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, tail, xref)


def stream(data, entries=b""):
    return b"<</Length %d%s>>\nstream\n" % (len(data), entries) + data + b"\nendstream"


def text(x, y, words, size):
    return b"BT /F1 %d Tf %g %g Td <%s> Tj ET\n" % (size, x, y, words.encode("utf-16-be").hex().encode())


FONT = [
    b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H/DescendantFonts[5 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/DW 1000/FontDescriptor 6 0 R"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>>>",
    b"<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0"
    b"/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
]


def certificate(number, pages, height):
    rows = [("氏　　名", "𠮷崎　みのり"), ("フリガナ", "ヨシザキ　ミノリ"), ("生年月日", "令和7年11月8日"),
            ("住　　所", "見本県見本市中央一丁目0番0号"), ("予防接種の種類", "BCG（結核）　%d回目" % number),
            ("接種年月日", "令和8年4月21日"), ("製造番号", "TRN-0421"), ("接種した場所", "ひばり小児科")]
    out = b"0.8 w\n" + text(190, height - 60, "予防接種済証", 28)
    top = height - 90
    for index, (label, value) in enumerate(rows):
        y = top - 28 * (index + 1)
        out += b"40 %g 140 28 re 180 %g 375 28 re S\n" % (y, y)
        out += text(50, y + 9, label, 12) + text(190, y + 9, value, 12)
    return out + text(400, 40, "%d／%dページ" % (number, pages), 12) + text(330, 65, "見本市長　見本　太郎　印", 12)


def document(contents, size=A5_LANDSCAPE, page_entries=b"", catalogue=b"", extra=()):
    """Pages with one content stream each; `extra` objects follow the fonts, the first has the number 7."""
    first = 7 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(len(contents)))
    objects = [b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
               b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
               b"<</Font<</F1 4 0 R>>>>", *FONT, *extra]
    for index, content in enumerate(contents):
        objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources 3 0 R/Contents %d 0 R%s>>"
                       % (*size, first + 2 * index + 1, page_entries))
        objects.append(stream(content))
    return assemble(objects)


def certificates(count, size=A5_LANDSCAPE):
    return [certificate(index + 1, count, size[1]) for index in range(count)]


def coloured(size):
    """A page of flat areas whose place and colour survive any rasteriser."""
    areas = [(b"1 0 0", 0.1, 0.7), (b"0 0.6 0", 0.6, 0.7), (b"0 0 1", 0.1, 0.1), (b"0 0 0", 0.6, 0.1)]
    return b"".join(b"%s rg %g %g %g %g re f\n" % (colour, x * size[0], y * size[1], 0.3 * size[0], 0.2 * size[1])
                    for colour, x, y in areas)


def image_bomb():
    side = 16000
    pixels = zlib.compressobj(1)
    data = b"".join(pixels.compress(bytes(side * 3)) for _ in range(side)) + pixels.flush()
    image = stream(data, b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB"
                         b"/Filter/FlateDecode" % (side, side))
    page = document([b"q 595 0 0 419 0 0 cm /I Do Q"], extra=[image])
    return page.replace(b"<</Font<</F1 4 0 R>>>>", b"<</XObject<</I 7 0 R>>    >>".ljust(22))


def deep_tree(depth):
    """Page tree nodes that only lead to the next node, the last one back to the first."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    for number in range(2, depth + 2):
        objects.append(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 1))
    objects.append(b"<</Type/Pages/Count 1/Kids[2 0 R]>>")
    return assemble(objects)


def deep_array():
    return assemble([b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 200000 + b"]" * 200000 + b">>",
                     b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"])


def actions():
    script = b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\); while \\(true\\) {})>>"
    return {
        "javascript": document(certificates(1), catalogue=b"/OpenAction 7 0 R/AA<</WC 7 0 R>>", extra=[script]),
        "uri": document(certificates(1), catalogue=b"/OpenAction 7 0 R", page_entries=b"/Annots[8 0 R]", extra=[
            b"<</S/URI/URI(http://127.0.0.1:9/)>>",
            b"<</Type/Annot/Subtype/Link/Rect[0 0 500 400]/A 7 0 R>>"]),
        "launch": document(certificates(1), catalogue=b"/OpenAction 7 0 R", extra=[
            b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>"]),
        "submitform": document(certificates(1), catalogue=b"/OpenAction 7 0 R", extra=[
            b"<</S/SubmitForm/F<</FS/URL/F(http://127.0.0.1:9/)>>>>"]),
        "gotor": document(certificates(1), catalogue=b"/OpenAction 7 0 R", extra=[
            b"<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>"]),
        "embedded": document(certificates(1), catalogue=b"/Names<</EmbeddedFiles<</Names[(x.exe) 7 0 R]>>>>", extra=[
            b"<</Type/Filespec/F(x.exe)/EF<</F 8 0 R>>>>", stream(b"MZ" + bytes(100), b"/Type/EmbeddedFile")]),
        "externalstream": document([b"q 595 0 0 419 0 0 cm /I Do Q"], extra=[
            b"<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/F(/etc/passwd)"
            b"/Length 0>>\nstream\n\nendstream"]),
    }


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    one = document(certificates(1))
    documents = {
        "good1": one, "good3": document(certificates(3)), "a4": document(certificates(1, A4), A4),
        "rotated": document(certificates(1), page_entries=b"/Rotate 90"),
        "coloured": document([coloured(A4)], A4), "coloured-a5": document([coloured(A5_LANDSCAPE)] * 2),
        "pages50": document(certificates(50)), "pages51": document(certificates(51)),
        "a2": document(certificates(1, A2), A2), "a3-rotated": document(certificates(1), (1190.55, 841.89), b"/Rotate 90"),
        "truncated": one[:len(one) * 2 // 3], "html": b"<html>Not found</html>",
        "notext": document([coloured(A5_LANDSCAPE)]),
        "headeronly": b"%PDF-1.7\n%%EOF\n", "nopages": assemble([b"<</Type/Catalog/Pages 2 0 R>>",
                                                                  b"<</Type/Pages/Count 0/Kids[]>>"]),
        "imagebomb": image_bomb(), "deeptree": deep_tree(3000), "deeparray": deep_array(), **actions(),
    }
    for name, data in documents.items():
        (folder / (name + ".pdf")).write_bytes(data)
    subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", folder / "good1.pdf", folder / "encrypted.pdf"],
                   check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
