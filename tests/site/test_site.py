"""The site as it is built: no warning, no dead link, nothing from elsewhere, and good to read in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import symeig
from tests.render.browser import SCHEMES, check_accessibility, check_widths, shown
from tests.site.building import ROOT, built

pytestmark = [pytest.mark.slow]

# One page of each kind.
PAGES = [
    "index",
    "tutorials/eigendecompositions",
    "tutorials/grade-a-class",
    "how-to/functions",
    "explanation/engine",
    "reference/api/eigensystems",
    "reference/command-line",
    "reference/glossary",
    "reference/lessons",
    "gallery/en/defective",
    "gallery/vi/exponential",
]

each_page = pytest.mark.parametrize("page", PAGES)


@pytest.fixture(name="site", scope="session")
def the_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    base = tmp_path_factory.getbasetemp()
    return built(base.parent if "popen-" in base.name else base)


class Page(HTMLParser):
    """What a page refers to, and what can be referred to in it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.language = ""
        self.anchors = {""}
        self.links: list[str] = []
        self.parts: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where it points to."""
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found.get("lang", "")
        self.anchors |= {found[name] for name in ("id", "name") if name in found}
        if tag == "a":
            self.links += [found["href"]] if "href" in found else []
        elif tag != "form":
            self.parts += [found[name] for name in ("href", "src") if name in found]


def pages(site: Path) -> Iterator[Path]:
    """All pages."""
    return (path for path in site.rglob("*.html") if "_static" not in path.parts)


def based(site: Path, page: str) -> str:
    """A page that finds what belongs to it from wherever it is shown."""
    path = site / f"{page}.html"
    return path.read_text(encoding="utf-8").replace("<head>", f'<head><base href="{path.as_uri()}">', 1)


def test_links_lead_somewhere(site: Path) -> None:
    """Every link within the site has its page, and its place in the page."""
    read = {path: Page(path) for path in pages(site)}
    assert len(read) > 100
    dead = []
    for path, page in read.items():
        for link in (*page.links, *page.parts):
            url = urlsplit(link)
            if url.scheme in {"http", "https", "mailto", "data"}:
                continue
            target = (path.parent / unquote(url.path)).resolve() if url.path else path
            if not target.exists() or (target in read and unquote(url.fragment) not in read[target].anchors):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert dead == []


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    """Styles, scripts and pictures are in the site: it can be read without a network."""
    urls = {part: urlsplit(part) for path in pages(site) for part in Page(path).parts}
    assert {part for part, url in urls.items() if url.netloc or url.scheme not in {"", "data"}} == set()
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^\"')]*", styles) == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_of_the_readme(name: str) -> None:
    """What the files beside the docs link to exists."""
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r'\]\(([^)#\s]+)|(?:src|href)="([^"#]+)', text)
    assert [x for link in links for x in link if x and not urlsplit(x).scheme and not (ROOT / x).exists()] == []


def test_pages_say_their_language(site: Path) -> None:
    """Vietnamese pages are Vietnamese, the others English."""
    for path in pages(site):
        vietnamese = "vi" in path.relative_to(site).with_suffix("").as_posix().replace("-", "/").split("/")
        assert Page(path).language == ("vi" if vietnamese else "en"), path


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    """What the package, its numeric room and its pictures export has its entry."""
    anchors = {
        anchor.rpartition(".")[2] for path in (site / "reference/api").glob("*.html") for anchor in Page(path).anchors
    }
    names = {*symeig.__all__, *symeig.numeric.__all__, *symeig.plots.__all__} - {"errors", "numeric", "plots"}
    assert names - anchors == set()


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("gershgorin", "tutorials/eigendecompositions.html"),
        ("defective", "how-to/repeated-roots.html"),
        ("FloatReadingWarning", "how-to/floats.html"),
    ],
    ids=["gershgorin", "defective", "name"],
)
def test_search_works_without_a_network(site: Path, tmp_path: Path, words: str, page: str) -> None:
    """From the disk, in a browser: the search page lists the page that has the words."""
    script = """<pre id="result">null</pre><script>
    setInterval(() => {
      const found = [...document.querySelectorAll("#search-results li a")].map((a) => a.href.split("?")[0]);
      if (found.length) document.querySelector("#result").textContent = JSON.stringify(found);
    }, 200);
    </script></body>"""
    text = based(site, "search").replace("</body>", script)
    # The words stand in the address, which a page that is shown from elsewhere does not have.
    text = text.replace("<head>", f"<head><script>history.replaceState(null, '', '?q={words}')</script>", 1)
    found = shown(text, tmp_path, "--allow-file-access-from-files")
    assert found is not None
    assert any(link.split("#")[0].endswith(page) for link in found), found


@each_page
def test_fits_every_screen(site: Path, tmp_path: Path, page: str) -> None:
    """On a phone nothing is wider than the screen but what scrolls by itself."""
    check_widths(based(site, page), tmp_path)


@pytest.mark.parametrize("scheme", SCHEMES)
@each_page
def test_accessible(site: Path, tmp_path: Path, page: str, scheme: str) -> None:
    """The checker axe finds nothing to complain of, in dark and in light colours."""
    check_accessibility(based(site, page), scheme, tmp_path)
