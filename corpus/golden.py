"""Golden outputs: what the parser makes of the project's own documents, one of each family, as XML without the source.

``python corpus/golden.py`` prints the lines that differ from ``tests/golden``; ``--write`` puts the present output there,
so that a change is read as a difference before it is committed.
"""

import argparse
import difflib
import re
import sys
import tempfile
from pathlib import Path

import nghiquyet
from nghiquyet import Options

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
DOCUMENTS = (
    "bac-giang-2025",
    "example-party-2025",
    "example-council-2025",
    "example-assembly-2025",
    "example-standing-committee-2025",
    "example-government-2025",
)
# They change with every edit of a table or of the version, whatever the output.
_VOLATILE = re.compile(r' (version|lexicons-sha256)="[^"]*"')


def output(name: str) -> str:
    """The XML of a document, without what says nothing of the text."""
    document = nghiquyet.parse_file(ROOT / f"corpus/documents/{name}/source.txt", Options(source="none"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.xml")
        nghiquyet.dump(document, path)
        text = path.read_text("utf-8")
    head, producer, rest = text.partition("<producer")
    line, end, body = rest.partition(">")
    return f"{head}{producer}{_VOLATILE.sub('', line)}{end}{body}"


def differences(name: str) -> list[str]:
    """The lines of the golden file and of the present output that differ, with their surroundings."""
    path = GOLDEN / f"{name}.xml"
    before = path.read_text("utf-8") if path.is_file() else ""
    return list(
        difflib.unified_diff(before.splitlines(), output(name).splitlines(), f"golden/{path.name}", "now", lineterm="")
    )


def main() -> None:
    """Prints the differences, or writes the files."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true", help="put the present output into tests/golden")
    given = arguments.parse_args()
    found = False
    for name in DOCUMENTS:
        if given.write:
            (GOLDEN / f"{name}.xml").write_text(output(name), "utf-8")
            continue
        for line in differences(name):
            found = True
            print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
