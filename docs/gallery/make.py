"""Makes the pages of this gallery: `python docs/gallery/make.py` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from symeig import solve

HERE = Path(__file__).parent

# Name, matrix, goal, and what the example shows in each language.
EXAMPLES = (
    ("two-by-two", "4 1; 2 3", "diagonalize", "A first example", "Ví dụ đầu tiên"),
    ("defective", "3 -1 1; 2 0 1; 1 -1 2", "jordan", "One eigenvector too few", "Thiếu một vector riêng"),
    ("orthogonal", "3 2 2; 2 3 2; 2 2 3", "orthogonal", "An orthonormal basis", "Một cơ sở trực chuẩn"),
    ("golden-ratio", "1 1; 1 0", "diagonalize", "Fibonacci's matrix: surds", "Ma trận Fibonacci: trị riêng chứa căn"),
    ("rotation", "0 -1; 1 0", "diagonalize", "A rotation: complex eigenvalues", "Phép quay: các trị riêng phức"),
    ("shear", "1 1; 0 1", "jordan", "A shear", "Phép trượt"),
    ("triangular", "2 1 0; 0 3 4; 0 0 5", "diagonalize", "A triangular matrix", "Ma trận tam giác"),
    ("symmetric", "2 1; 1 2", "orthogonal", "A symmetric matrix", "Ma trận đối xứng"),
    ("projection", "1/2 1/2; 1/2 1/2", "orthogonal", "A projection: fractions", "Phép chiếu: ma trận có phân số"),
    ("stochastic", "0.9 0.2; 0.1 0.8", "diagonalize", "A stochastic matrix", "Ma trận ngẫu nhiên"),
    ("nilpotent", "0 1 2; 0 0 3; 0 0 0", "jordan", "A nilpotent matrix", "Ma trận lũy linh"),
    ("cubic", "0 0 1; 1 0 1; 0 1 0", "diagonalize", "An irreducible cubic", "Đa thức bậc ba bất khả quy"),
    ("parameter", "1 1; 0 k", "diagonalize", "A parameter", "Ma trận chứa tham số"),
    ("general", "a b; c d", "eigenvalues", "The general 2×2 matrix", "Ma trận cấp hai tổng quát"),
    ("permutation", "0 0 1; 1 0 0; 0 1 0", "diagonalize", "A permutation: roots of unity", "Ma trận hoán vị"),
    ("companion", "0 0 6; 1 0 -11; 0 1 6", "diagonalize", "A companion matrix", "Ma trận bạn"),
    ("hermitian", "2 1+i; 1-i 3", "orthogonal", "A Hermitian matrix", "Ma trận Hermite"),
    ("identity", "1 0 0; 0 1 0; 0 0 1", "eigenvectors", "The identity", "Ma trận đơn vị"),
    ("two-blocks", "2 1 0 0; 0 2 0 0; 0 0 2 0; 0 0 0 3", "jordan", "Blocks of two sizes", "Các khối Jordan khác cấp"),
    ("five", "5 4 3 2 1; 0 4 3 2 1; 0 0 3 2 1; 0 0 0 2 1; 0 0 0 0 1", "eigenvectors", "Five by five", "Ma trận cấp 5"),
    ("power", "2 1; 2 3", "power", "All powers of a matrix", "Mọi lũy thừa của một ma trận"),
    ("power-defective", "3 -1 1; 2 0 1; 1 -1 2", "power", "Powers by Jordan blocks", "Lũy thừa qua các khối Jordan"),
    ("exponential", "1 -2; 2 1", "exponential", "An exponential: Euler's formula", "Hàm mũ: công thức Euler"),
    ("definiteness", "2 -1 0; -1 2 -1; 0 -1 2", "definiteness", "Positive definite?", "Có xác định dương không?"),
    (
        "gershgorin",
        "1 .1 .1 .1; .1 3 .2 .3; .1 .2 5 .5; .1 .3 .5 9",
        "gershgorin",
        "Gershgorin discs",
        "Đĩa Gershgorin",
    ),
)

INTRODUCTIONS = {
    "en": "# Worked solutions in English\n\nTwenty-five of them, as `symeig solve` tells them. Every line was checked"
    " exactly.",
    "vi": "# Các bài giải mẫu bằng tiếng Việt\n\nHai mươi lăm bài giải do `symeig solve` trình bày. Mọi dòng đều đã"
    " được kiểm tra bằng phép tính chính xác.",
}


def pages() -> Iterator[tuple[Path, str]]:
    """The files of the gallery with their contents."""
    for number, language in enumerate(INTRODUCTIONS):
        index = [INTRODUCTIONS[language], ""]
        for name, matrix, goal, *titles in EXAMPLES:
            solution = solve(matrix, goal=goal, language=language)
            command = f'symeig solve "{matrix}" --goal {goal} --language {language}'
            # What the example shows is a better title of a page than the goal, which many have.
            _, _, story = solution.to_markdown().partition("\n")
            yield HERE / language / f"{name}.md", f"# {titles[number]}\n\n`{command}`\n{story}"
            index.append(f"- [{titles[number]}]({name}.md): `{command}`")
        yield HERE / language / "README.md", "\n".join(index) + "\n"


if __name__ == "__main__":
    for path, text in pages():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
