"""Fails when the wheel or the sdist in a folder lacks a file or holds one too many: ``contents.py DIST``."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[1]
SHIPPED = ("src/", "schemas/", "corpus/", "tests/", "benchmarks/", "docs/")
BESIDE = {"README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE", "CITATION.cff", "pyproject.toml", ".gitignore"}


def tracked() -> set[str]:
    """The files of the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return {name for name in listed.stdout.split("\0") if name}


def complain(what: str, found: set[str], wanted: set[str]) -> bool:
    """Whether the two differ; what differs is printed."""
    for name in sorted(wanted - found):
        print(f"{what} lacks {name}")
    for name in sorted(found - wanted):
        print(f"{what} holds {name}, which it should not")
    return found != wanted


def main(folder: Path) -> int:
    """0 when both archives are right."""
    files = tracked()
    wheel, sdist = next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))
    package = {name.removeprefix("src/") for name in files if name.startswith("src/nghiquyet/")}
    package |= {f"nghiquyet/_schemas/{PurePosixPath(name).name}" for name in files if name.startswith("schemas/")}
    in_wheel = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    with tarfile.open(sdist) as archive:
        in_sdist = {entry.name.partition("/")[2] for entry in archive.getmembers() if entry.isfile()} - {"PKG-INFO"}
    source = {name for name in files if name.startswith(SHIPPED) or name in BESIDE}
    wrong = [complain(wheel.name, in_wheel, package), complain(sdist.name, in_sdist, source)]
    print(f"{wheel.name}: {len(in_wheel)} files, {wheel.stat().st_size / 1e6:.1f} MB")
    print(f"{sdist.name}: {len(in_sdist)} files, {sdist.stat().st_size / 1e6:.1f} MB")
    return int(any(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
