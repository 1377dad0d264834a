#!/usr/bin/env python3
"""Makes the PDFs of this folder as other programs make them.

Needs python3-cairo, qrencode, libreoffice-writer-nogui. Everybody named is
invented; truth.csv says who owns which code. Run it here, with the students of
the tests on standard input: id;first;last;class;PESEL;payload;card, a line each.
"""
import base64, html, json, math, subprocess, sys, tempfile, os
import cairo

students = {}
for line in sys.stdin:
    f = line.strip().split(";")
    if len(f) == 7:
        students[int(f[0])] = dict(zip(("first", "last", "cls", "pesel", "payload", "card"), f[1:]))
truth = []
twelve = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]


def modules(text):
    out = subprocess.run(["qrencode", "-8", "-l", "M", "-m", "4", "-t", "ASCII", "-o", "-"],
                         input=text.encode(), check=True, capture_output=True).stdout.decode()
    return [[row[i] == "#" for i in range(0, len(row), 2)] for row in out.splitlines() if row]


def png(text):
    return subprocess.run(["qrencode", "-8", "-l", "M", "-m", "4", "-s", "4", "-o", "-"],
                          input=text.encode(), check=True, capture_output=True).stdout


def full(i):
    return students[i]["first"] + " " + students[i]["last"]


def code(c, x, y, side, i):
    rows = modules(students[i]["payload"])
    m = side / len(rows)
    c.set_source_rgb(0, 0, 0)
    for r, row in enumerate(rows):
        for k, dark in enumerate(row):
            if dark:
                c.rectangle(x + k * m, y + r * m, m, m)
    c.fill()


def text(c, x, y, s, size=11, face="DejaVu Sans"):
    c.select_font_face(face)
    c.set_font_size(size)
    c.move_to(x, y)
    c.show_text(s)


def sheet(c, label):
    text(c, 40, 40, "Kody aktywacyjne mLegitymacji, klasa 4a")
    for n, i in enumerate(twelve):
        x, y = 45 + n % 3 * 180, 70 + n // 3 * 185
        code(c, x, y, 120, i)
        label(c, x, y, i)


def cairo_twelve():
    s = cairo.PDFSurface("cairo-twelve.pdf", 595, 842)
    sheet(cairo.Context(s), lambda c, x, y, i: text(c, x, y + 135, full(i)))
    s.finish()
    truth.extend(("cairo-twelve.pdf", 1, i, "") for i in twelve)


def cairo_letters():
    """Two pages for each student, the second without a code."""
    s = cairo.PDFSurface("cairo-letters.pdf", 595, 842)
    c = cairo.Context(s)
    for n, i in enumerate([1, 2, 6, 4]):
        second = "%04d-KQ" % i
        text(c, 60, 80, "Szanowni Państwo,")
        text(c, 60, 110, "uczeń: " + full(i) + ", klasa " + students[i]["cls"], 12, "DejaVu Serif")
        code(c, 220, 300, 150, i)
        text(c, 220, 480, "Kod aktywacyjny: " + second)
        c.show_page()
        text(c, 60, 80, "Zainstaluj aplikację mObywatel Junior i zeskanuj kod.")
        c.show_page()
        truth.append(("cairo-letters.pdf", 2 * n + 1, i, second))
    s.finish()


def cairo_scan():
    """A sheet that a scanner took askew: one picture, no text."""
    paper = cairo.ImageSurface(cairo.FORMAT_A8, 1240, 1754)
    c = cairo.Context(paper)
    c.translate(620, 877)
    c.rotate(math.radians(4))
    c.translate(-620, -877)
    code(c, 470, 700, 300, 5)
    text(c, 470, 1060, full(5), 28)
    s = cairo.PDFSurface("cairo-scan Nowak Anna.pdf", 595, 842)
    c = cairo.Context(s)
    c.set_source_rgb(0.93, 0.93, 0.9)
    c.paint()
    c.scale(595 / 1240, 595 / 1240)
    c.set_source_rgb(0.15, 0.15, 0.2)
    c.mask_surface(paper, 0, 0)
    s.finish()
    truth.append(("cairo-scan Nowak Anna.pdf", 1, 5, ""))


HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles><office:body><office:text>"""


def picture(i):
    return ('<draw:frame text:anchor-type="as-char" svg:width="3.5cm" svg:height="3.5cm"><draw:image><office:binary-data>%s'
            "</office:binary-data></draw:image></draw:frame>") % base64.b64encode(png(students[i]["payload"])).decode()


def office(name, body, options=None):
    with tempfile.TemporaryDirectory() as d:
        source = os.path.join(d, name[:-4] + ".fodt")
        with open(source, "w") as f:
            f.write(HEAD + body + "</office:text></office:body></office:document>")
        kind = "pdf:writer_pdf_Export" + (":" + json.dumps(options) if options else "")
        subprocess.run(["soffice", "-env:UserInstallation=file://" + d + "/profile", "--headless", "--convert-to", kind,
                        "--outdir", ".", source], check=True, capture_output=True)


def letters(ids):
    body = ""
    for n, i in enumerate(ids):
        body += '<text:p%s>Szanowni Państwo, poniżej kod ucznia: %s, klasa %s</text:p><text:p>%s</text:p><text:p>Hasło: Ab%d-xK</text:p>' % (
            ' text:style-name="N"' if n else "", html.escape(full(i)), students[i]["cls"], picture(i), 1000 + i)
    return body


def libreoffice():
    ids = [1, 6, 3, 14]
    office("libreoffice-letters.pdf", letters(ids))
    truth.extend(("libreoffice-letters.pdf", n + 1, i, "Ab%d-xK" % (1000 + i)) for n, i in enumerate(ids))
    rows = ""
    ids = [1, 2, 14, 5, 6, 7]
    for i in ids:
        s = students[i]
        rows += "<table:table-row>" + "".join("<table:table-cell><text:p>%s</text:p></table:table-cell>" % cell
                                              for cell in (s["last"], s["first"], s["pesel"], picture(i))) + "</table:table-row>"
    office("libreoffice-table.pdf", '<table:table><table:table-column table:number-columns-repeated="4"/>' + rows + "</table:table>")
    truth.extend(("libreoffice-table.pdf", 1, i, "") for i in ids)
    office("libreoffice-encrypted.pdf", letters([2]), {
        "EncryptFile": {"type": "boolean", "value": "true"},
        "DocumentOpenPassword": {"type": "string", "value": "sekret"}})
    truth.append(("libreoffice-encrypted.pdf", 1, 2, "Ab1002-xK"))


cairo_twelve()
cairo_letters()
cairo_scan()
libreoffice()
with open("truth.csv", "w") as f:
    f.write("file;page;student;second\n")
    f.writelines("%s;%d;%d;%s\n" % t for t in truth)
