"""What is true of every picture: it can be read, without colours too, and is the same each time."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Polygon
from PIL import Image

from symeig.plots import Picture
from symeig.plots.picture import GREY, PALE, WIDTH
from tests.mathml import tree
from tests.unit.plots.pictures import LANGUAGES, PICTURES, content, picture, texts

SVG = "{http://www.w3.org/2000/svg}"

ONE_OF_EACH = ["discs of the lesson", "shear", "growth to zero", "rescaled block", "polynomial with both", "nilpotent"]

each_picture = pytest.mark.parametrize("name", PICTURES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


# --- it can be read -------------------------------------------------------------------------------------------------


@each_language
@each_picture
def test_no_text_covers_another_one(name: str, language: str) -> None:
    """Labels, numbers on axes, legend, title and caption stand apart."""
    written = texts(picture(name, language))
    for (one, a), (other, b) in combinations(written, 2):
        assert not a.padded(-1).overlaps(b.padded(-1)), (one, other)


@each_language
@each_picture
def test_no_text_is_cut_off(name: str, language: str) -> None:
    """All texts are inside the picture."""
    found = picture(name, language)
    around = found.bbox
    for text, box in texts(found):
        assert around.x0 <= box.x0, text
        assert box.x1 <= around.x1, text
        assert around.y0 <= box.y0, text
        assert box.y1 <= around.y1, text


@each_picture
def test_small_text_is_large_enough_for_a_phone(name: str) -> None:
    """All pictures are as wide as each other, and no letter is smaller than a fortieth of that."""
    found = picture(name)
    assert found.bbox.width == WIDTH
    sizes = [float(text.get_fontsize()) for text in found.findobj(mpl.text.Text)]
    assert min(sizes) >= WIDTH / 40


def contrast(colour: Any) -> float:
    """The contrast of a colour to white paper, as the Web Content Accessibility Guidelines define it."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    light = sum(c * weight for c, weight in zip(channels, (0.2126, 0.7152, 0.0722), strict=True))
    return 1.05 / (light + 0.05)


@each_picture
def test_text_has_contrast(name: str) -> None:
    """4.5 to 1, as the guidelines ask for; labels in a picture have white behind them."""
    found = picture(name)
    assert min(contrast(text.get_color()) for text in found.findobj(mpl.text.Text)) >= 4.5


def looks(found: Picture) -> Iterator[tuple[str, Any]]:
    """The colour of each thing that is drawn, and how it looks without colours."""
    for axes in found.axes:
        for line in axes.lines:
            face = to_hex(line.get_markerfacecolor()) == "#ffffff"
            dashes = line._unscaled_dash_pattern
            yield to_hex(line.get_color()), ("line", dashes, line.get_linestyle(), line.get_marker(), face)
        for patch in axes.patches:
            if patch.get_fill() and patch.get_hatch():
                yield to_hex(patch.get_facecolor()), ("area", patch.get_hatch())
            elif not patch.get_fill():
                yield to_hex(patch.get_edgecolor()), ("line", patch._unscaled_dash_pattern, "None", "None", False)
            elif isinstance(patch, Polygon):
                yield to_hex(patch.get_facecolor()), ("area", None)


@each_picture
def test_nothing_is_told_by_colour_alone(name: str) -> None:
    """Things of different colours differ in line style, marker or hatch as well; grey ones are part of the axes."""
    found = {look for look in looks(picture(name)) if look[0] not in {GREY.lower(), PALE.lower()}}
    shapes = [shape for _, shape in found]
    assert len(shapes) == len(set(shapes))


# --- it is the same each time ---------------------------------------------------------------------------------------


@each_picture
def test_same_input_same_bytes(name: str) -> None:
    """A picture that is drawn again has the same content."""
    assert content(PICTURES[name]("en")) == content(picture(name))


def test_same_png() -> None:
    """So it is in the other format."""
    assert content(PICTURES["shear"]("en"), "png") == content(picture("shear"), "png")


def test_same_bytes_in_another_process() -> None:
    """So has one that another process has drawn, with another seed of Python's hashes."""
    code = (
        "import sys; from symeig import plots;"
        "plots.gershgorin([[4, 1], [1, 9]]).savefig(sys.stdout.buffer, format='svg')"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_settings_of_the_user_change_nothing() -> None:
    """A dark style with large letters gives the same picture, and stays as it was."""
    ours = content(picture("discs of the lesson"))
    dark = {"figure.facecolor": "black", "font.size": 30.0, "lines.linewidth": 9.0, "svg.hashsalt": "x"}
    with mpl.rc_context(dark):
        before = dict(mpl.rcParams)
        assert content(PICTURES["discs of the lesson"]("en")) == ours
        assert dict(mpl.rcParams) == before


def test_no_window_is_opened() -> None:
    """Drawing does not even load the part of matplotlib that has windows."""
    code = "import sys; from symeig import plots; plots.jordan([[1]]); sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_pictures_pickle(name: str) -> None:
    """A picture that comes back from another process is the same."""
    found = picture(name)
    copy = pickle.loads(pickle.dumps(found))
    assert (copy.title, copy.description) == (found.title, found.description)
    assert content(copy) == content(found)


# --- it says in words what is seen ----------------------------------------------------------------------------------


@each_language
@each_picture
def test_svg_says_what_is_seen(name: str, language: str) -> None:
    """SVG is well-formed, and one image with a title and a description."""
    found = picture(name, language)
    root = tree(content(found).decode().partition("?>")[2])
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root.findtext(f"{SVG}title") == found.title
    assert root.findtext(f"{SVG}desc") == found.description
    assert found.title
    assert found.description.endswith(".")


@each_picture
def test_text_in_svg_is_text(name: str) -> None:
    """What is written can be selected and searched: it is there as text."""
    found = picture(name)
    root = tree(content(found).decode().partition("?>")[2])
    written = {"".join(element.itertext()) for element in root.iter(f"{SVG}text")}
    seen = {row for text, _ in texts(found) for row in text.split("\n")}
    assert seen <= written


def test_png_says_what_is_seen() -> None:
    """PNG has the same words as metadata, and no date."""
    found = picture("discs of the lesson", "vi")
    image = Image.open(BytesIO(content(found, "png")))
    assert image.info["Title"] == found.title
    assert image.info["Description"] == found.description
    assert image.info.keys() <= {"Title", "Description", "Software", "dpi"}
    assert image.width > 1000


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_pictures_are_saved_by_their_suffix(suffix: str, tmp_path: Path) -> None:
    """Paths are taken as text and as paths; the format is that of the suffix."""
    found = picture("shear")
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    found.savefig(one)
    found.savefig(str(other))
    beginnings = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}
    assert one.read_bytes().startswith(beginnings[suffix])
    assert other.read_bytes().startswith(beginnings[suffix])


def test_notebooks_show_svg() -> None:
    """A notebook that asks an object for SVG gets that of the file."""
    found = picture("shear")
    assert found._repr_svg_().encode() == content(found)


@each_language
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("discs of the lesson", {"en": "Gershgorin discs of the rows", "vi": "Các đĩa Gershgorin theo dòng"}),
        ("discs of columns", {"en": "Gershgorin discs of the columns", "vi": "Các đĩa Gershgorin theo cột"}),
        ("rotation", {"en": "The unit circle and its image", "vi": "Đường tròn đơn vị và ảnh của nó"}),
        ("growth to zero", {"en": "Growth of Aᵏ", "vi": "Độ tăng của Aᵏ"}),
        ("nilpotent", {"en": "Jordan structure", "vi": "Cấu trúc Jordan"}),
        ("complex polynomial", {"en": "Characteristic polynomial", "vi": "Đa thức đặc trưng"}),
    ],
)
def test_titles(name: str, words: dict[str, str], language: str) -> None:
    """Titles are in the language that is asked for."""
    assert picture(name, language).title == words[language]
