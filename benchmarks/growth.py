"""How the time of a parse grows with its text: ``python benchmarks/growth.py [--largest CHARACTERS] [NAME …]``.

Each kind of text is made in five sizes, each twice the one before, and parsed three times; the least processor time of
a size is kept. The slope is that of the line through the logarithms (least squares): 1 is linear, 2 quadratic. The last
column is the slope between the two largest sizes, where a part that grows faster would show first.
"""

import argparse
import math
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

import nghiquyet

ROOT = Path(__file__).parents[1]
LARGEST = 1_000_000
SIZES = 5
RUNS = 3
WANTED = 1.05

REFERENCE = (ROOT / "corpus/documents/bac-giang-2025/source.txt").read_bytes().decode("utf-8")
PROSE = (
    "Tiếp tục đổi mới phương thức lãnh đạo, nâng cao chất lượng sinh hoạt chi bộ; giữ vững kỷ luật, kỷ cương; "
    "phát huy vai trò của Mặt trận và các đoàn thể trong giám sát, phản biện xã hội. "
)
CITATIONS = (
    "Nghị quyết số 57-NQ/TW; ", "Luật Đất đai 2024; ", "Nghị định số 73/2023/NĐ-CP; ", "khoản 2 Điều 5; ",
    "Chỉ thị số 05-CT/TW; ", "Quyết định 1250/QĐ-TTg; ",
)  # fmt: skip
LEVELS = (
    "Phần {}\n",
    "Chương {}\n",
    "Mục {}\n",
    "Điều {}. Nội dung\n",
    "{}. Khoản này\n",
    "{}) điểm này\n",
    "- gạch\n",
    "+ cộng\n",
)


def repeated(piece: str, size: int) -> str:
    """``piece`` over and over, cut at ``size`` characters."""
    return (piece * (size // len(piece) + 1))[:size]


def numbered(item: Callable[[int], str], size: int) -> str:
    """Items 1, 2, 3 … until they have ``size`` characters."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(item(len(parts) + 1))
        length += len(parts[-1])
    return "".join(parts)


def nested(size: int) -> str:
    """Outlines that open every level there is, again and again, with decimals as deep as they go."""

    def outline(number: int) -> str:
        decimals = "".join(f"{'.'.join(['1'] * depth)}. Nội dung sâu {depth}\n" for depth in range(1, 5))
        return "".join(level.format(number % 90 + 1) for level in LEVELS) + decimals

    return numbered(outline, size)


KINDS: dict[str, Callable[[int], str]] = {
    "reference document, repeated": lambda size: repeated(REFERENCE, size),
    "prose, in paragraphs": lambda size: repeated(PROSE * 4 + "\n\n", size),
    "prose, hard-wrapped": lambda size: repeated(PROSE.replace(", ", ",\n"), size),
    "one line": lambda size: repeated(PROSE, size),
    "one line without a stop": lambda size: repeated("phát triển kinh tế ", size),
    "list items, dashes": lambda size: numbered(lambda n: f"- Hoàn thành việc thứ {n};\n", size),
    "list items, numbers": lambda size: numbered(lambda n: f"{n}. Mục\n", size),
    "list items, one letter": lambda size: repeated("- a\n", size),
    "nested outlines": nested,
    "citations, one every 20 characters": lambda size: repeated("".join(CITATIONS), size),
    "citations in paragraphs": lambda size: repeated("Căn cứ " + "".join(CITATIONS) + "\n\n", size),
    "figures with units": lambda size: numbered(lambda n: f"đạt {n},5% và {n} tỷ đồng năm 2025; ", size),
    "unclosed quotes": lambda size: repeated("“Nội dung ", size),
    "unclosed quotes, in paragraphs": lambda size: repeated("“Điều 1. Nội dung\n", size),
    "unclosed brackets": lambda size: repeated("(trong đó ", size),
    "digits and separators": lambda size: repeated("12.345,67/89-10:11; ", size),
    "digits only": lambda size: repeated("1234567890", size),
    "separators only": lambda size: repeated(".,;:-/()[]|*_ ", size),
    "stars": lambda size: repeated("*", size),
    "line ends": lambda size: repeated("\n", size),
    "blanks": lambda size: repeated(" ", size),
    "equal footnote marks": lambda size: repeated("Nội dung này¹ và việc kia¹.\n", size),
    "equal footnotes": lambda size: repeated("Nội dung¹ khác.\n\n¹ Chú thích này.\n\n", size),
    "table rows": lambda size: "| TT | Chỉ tiêu | Đơn vị | Năm 2025 |\n|---|---|---|---|\n"
    + numbered(lambda n: f"| {n} | Tỷ lệ hộ nghèo | % | {n % 90},5 |\n", size),
    "capitals": lambda size: repeated("NGHỊ QUYẾT VỀ VIỆC PHÁT TRIỂN KINH TẾ\n", size),
    "signatures": lambda size: repeated("T/M TỈNH ỦY\nBÍ THƯ\n\nNguyễn Văn A\n\n", size),
    "agencies": lambda size: repeated("Giao Sở Tài chính chủ trì, phối hợp với Sở Nội vụ, các sở, ngành; ", size),
    "words cut by a tool": lambda size: repeated("Hội_đồng nhân_dân tỉnh , thành_phố ; ", size),
    "damaged words": lambda size: repeated("phân đấu chông chéo tổ chửc thưc hiên \f", size),
}  # fmt: skip


def seconds(text: str) -> float:
    """The least processor time of a parse."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        nghiquyet.parse_text(text)
        taken.append(time.process_time() - start)
    return min(taken)


def slope(points: list[tuple[float, float]]) -> float:
    """Of the line of least squares through the logarithms of ``points``."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--largest", type=int, default=LARGEST, help="characters of the largest text")
    arguments.add_argument("names", nargs="*", help="kinds of text, by any part of their names; all by default")
    asked = arguments.parse_args()
    nghiquyet.parse_text(REFERENCE)
    table = Table(
        title=f"nghiquyet {nghiquyet.__version__}: {SIZES} sizes up to {asked.largest:,}", title_justify="left"
    )
    for column in ("text", "largest, s", "thousand characters/s", "slope", "at the end"):
        table.add_column(column, justify="left" if column == "text" else "right")
    for name, make in KINDS.items():
        if asked.names and not any(part in name for part in asked.names):
            continue
        points = []
        for size in (asked.largest >> step for step in reversed(range(SIZES))):
            text = make(size)
            points.append((float(len(text)), seconds(text)))
        found, last = slope(points), slope(points[-2:])
        mark = " !" if found > WANTED else ""
        table.add_row(
            name, f"{points[-1][1]:.2f}", f"{points[-1][0] / points[-1][1] / 1000:,.0f}", f"{found:.2f}{mark}", f"{last:.2f}"
        )  # fmt: skip
    Console(highlight=False).print(table)


if __name__ == "__main__":
    main()
