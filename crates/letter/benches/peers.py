"""How long two other programs take with the same letter, for the table in the README.

Usage: pip install docxtpl==0.20.2; lectern demo out; python3 peers.py out/*.docx

docxtpl (a Word template filled by Jinja2) opens the letter with its signer's name as a placeholder, fills and saves it,
as a mail merge does for each name. LibreOffice turns the same Word file into a PDF, the way that people make one from
Word; its time includes its start, which is part of every call from a program.
"""

import io
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from docx import Document
from docxtpl import DocxTemplate


def median(run, times):
    """The median of so many runs, in milliseconds, after one that does not count."""
    run()
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def main(letter):
    document = Document(letter)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("Moiz Mir", "{{ name }}") if "Moiz Mir" in run.text else run.text
    template = io.BytesIO()
    document.save(template)

    def fill():
        template.seek(0)
        merged = DocxTemplate(template)
        merged.render({"name": "Mai Vang"})
        merged.save(io.BytesIO())

    print(f"docxtpl, one Word file: {median(fill, 50):.1f} ms")
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as folder:
            command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, letter]
            convert = lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            print(f"LibreOffice, Word file to PDF: {median(convert, 5):.0f} ms")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1])))
