"""Runs what the guides and the read me show, and writes what it printed below it: ``python docs/guides.py``.

Code stands in ``python`` blocks (each runs on what the ones before it made) and commands in ``sh`` blocks; what they print
stands in the ``text`` block that follows. Files that they write are made in a folder of their own; pictures that a guide
shows are copied to ``images/``. The notebook is run by its own kernel. Tests run the same and compare.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
GUIDES = ("researchers.md",)
TRANSLATIONS = {"nha-nghien-cuu.md": "researchers.md"}
"""Guides with the blocks of another."""
README = ROOT / "README.md"
NOTEBOOK = FOLDER / "researchers.ipynb"
PICTURES = ("growth.png", "poverty.png", "results.png")
"""What the guide draws."""
_BLOCK = re.compile(r"```(python|sh)\n(.*?)```(\n\n```text\n.*?```)?", re.DOTALL)


def rebuilt(guide: str, folder: Path, only_shown: bool = False) -> str:
    """The guide with what its code and its commands print now; files are written into ``folder``.

    ``only_shown`` leaves commands alone below which nothing stands: those of the read me name files that nobody has."""
    names: dict[str, object] = {}

    def run(block: re.Match[str]) -> str:
        language, code, shown = block.groups()
        if language == "sh" and only_shown and not shown:
            return block[0]
        printed = _python(code, names) if language == "python" else "".join(map(printed_by, code.splitlines()))
        below = f"\n\n```text\n{printed.rstrip()}\n```" if printed.strip() else ""
        return f"```{language}\n{code}```{below}"

    with _inside(folder):
        return _BLOCK.sub(run, guide)


def translated(text: str, original: str) -> str:
    """A translation with the blocks of its original, in order."""
    blocks = iter(block[0] for block in _BLOCK.finditer(original))
    return _BLOCK.sub(lambda _: next(blocks), text)


def _python(code: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "guide", "exec"), names)
    return out.getvalue()


def printed_by(line: str) -> str:
    """What ``nghiquyet …`` prints, in English; other commands are not run."""
    from nghiquyet.cli import main

    words = shlex.split(line, comments=True)
    if not words or words[0] != "nghiquyet":
        return ""
    arguments = [found for word in words[1:] for found in _matched(word)]
    out, kept = io.TextIOWrapper(io.BytesIO(), "utf-8"), sys.argv
    sys.argv = ["nghiquyet", "--lang", "en", *arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
            main()
    finally:
        sys.argv = kept
    out.flush()
    return out.buffer.getvalue().decode("utf-8")


def _matched(word: str) -> list[str]:
    """What a shell makes of a word."""
    return [str(path) for path in sorted(Path().glob(word))] if "*" in word else [word]


@contextlib.contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """The working directory of whoever follows the guide: the checkout, with a place for results."""
    before = Path.cwd()
    (folder / "out").mkdir(exist_ok=True)
    for name in ("corpus", "docs"):
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def executed(notebook: Path, folder: Path) -> Any:  # noqa: ANN401 — a node of nbformat
    """The notebook, its outputs made again in ``folder``."""
    import nbformat
    from nbclient import NotebookClient
    from traitlets.config import Config

    found = nbformat.read(notebook, as_version=4)
    # Sockets of the file system where there are any: they need no network, not even that of the machine with itself.
    config = Config() if os.name == "nt" else Config({"KernelManager": {"transport": "ipc"}})
    with _inside(folder):
        NotebookClient(found, timeout=300, kernel_name="python3", config=config).execute(cwd=str(folder))
    for cell in found.cells:
        cell.metadata.pop("execution", None)
    return found


def photograph(page: bytes, picture: Path, click: str | None = None) -> None:
    """A page as Chromium shows it, in few colours, behind a click when one is named."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as place, sync_playwright() as driver:
        path = Path(place) / "page.html"
        path.write_bytes(page)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1360, "height": 800})
        shown.goto(path.as_uri())
        if click is not None:
            shown.click(click)
        shown.screenshot(path=str(picture))
        browser.close()
    Image.open(picture).convert("RGB").quantize(224).save(picture, optimize=True)


def main() -> None:
    """Writes the guides, their pictures and the notebook anew."""
    import nbformat

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        README.write_text(rebuilt(README.read_text("utf-8"), folder, only_shown=True), "utf-8")
        for name in GUIDES:
            path = FOLDER / name
            path.write_text(rebuilt(path.read_text("utf-8"), folder), "utf-8")
        for name, original in TRANSLATIONS.items():
            path = FOLDER / name
            path.write_text(translated(path.read_text("utf-8"), (FOLDER / original).read_text("utf-8")), "utf-8")
        for name in PICTURES:
            shutil.copy(folder / "out" / name, FOLDER / "images" / name)
        photograph((folder / "out/2024.html").read_bytes(), FOLDER / "images/page.png", '.card[data-role="target"]')
        photograph((folder / "out/changes.html").read_bytes(), FOLDER / "images/changes.png", 'a[href="#targets"]')
        nbformat.write(executed(NOTEBOOK, folder), NOTEBOOK)


if __name__ == "__main__":
    main()
