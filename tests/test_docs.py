"""What the documentation says is compared with what there is."""

import io
import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

import counterclaim
from counterclaim.annotate.parse import parse
from counterclaim.evaluate import NAMES
from counterclaim.evaluate.gate import FLOORS, read_floors
from counterclaim.evaluate.table import Table
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.read import read
from counterclaim.read.columns import Columns
from counterclaim.read.source import Source
from counterclaim.records import Annotations, Claim, Modality, Polarity, Slot, Span, Verdict, Who

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PACKAGE = Path(counterclaim.__file__).parent

DEPENDENCIES = [
    re.match(r"[\w.-]+", line)[0]
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
]


def described(page: str) -> dict[str, list[str]]:
    """The first cells of a page's tables, where they are code, with the cells after them."""
    rows = (line.strip("|").split("|") for line in (DOCS / page).read_text().splitlines() if line.startswith("| `"))
    return {row[0].strip(" `"): [cell.strip() for cell in row[1:]] for row in rows}


def test_every_dependency_is_described_and_no_other():
    assert list(described("dependencies.md")) == DEPENDENCIES


@pytest.mark.parametrize("package", DEPENDENCIES)
def test_a_dependency_has_the_licence_that_is_said(package):
    licence, why = described("dependencies.md")[package]
    known = metadata(package)
    says = [known["License-Expression"], known["License"], *(known.get_all("Classifier") or ())]
    assert any(licence.split("-")[0] in (words or "") for words in says), says
    assert why


@pytest.mark.parametrize("page", [*sorted(DOCS.glob("*.md")), ROOT / "README.md"], ids=lambda page: page.name)
def test_links_and_files_named_in_a_page_exist(page):
    text = page.read_text()
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    for link in filter(None, links):
        assert (page.parent / link).exists(), link
    for path in re.findall(r"`((?:src|docs|tests|benchmarks|examples)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?:annotate|read|link|store|run|evaluate|apps|records)/[\w./-]+\.\w+)`", text):
        assert (PACKAGE / path).exists(), path


def _code(page: str) -> list[dict[str, object]]:
    """The Python of a page's code blocks, run: one namespace a block."""
    blocks = re.findall(r"^```python\n(.*?)^```", (DOCS / page).read_text(), re.MULTILINE | re.DOTALL)
    spaces: list[dict[str, object]] = [{"__name__": page} for _ in blocks]
    for block, space in zip(blocks, spaces, strict=True):
        exec(compile(block, page, "exec"), space)
    return spaces


MAIL = b"From: desk@valley.example\nDate: Mon, 12 May 2031 10:00:00 +0000\n\nNobody was hurt."


@pytest.mark.parametrize(("data", "text"), [(MAIL, "Nobody was hurt."), (b"Content-Type: text/html\n\n<p>No.", None)])
def test_the_reader_in_how_to_add_reads(data, text):
    reader = _code("adding.md")[0]["READER"]
    source = Source("a.eml", ".eml", len(data), data, lambda: io.BytesIO(data))
    (item,) = reader.items(source, Columns({}))
    if text is None:
        assert "no plain text" in item.reason
    else:
        assert (item.text, item.published, item.outlet) == (text, "2031-05-12", "desk@valley.example")


def test_the_annotator_in_how_to_add_finds():
    (report,) = (
        d.report for d in read(["-"], stdin=io.BytesIO(b"The talks were held in Geneva and in Paris on Monday."))
    )
    places = _code("adding.md")[1]["find_places"](parse(report))
    assert [place.name for place in places] == ["Geneva", "Paris"]
    assert all(report.text[p.span.start : p.span.end] == p.span.text for p in places)


def test_the_comparison_in_how_to_add_compares():
    compare = _code("adding.md")[2]["compare_places"]
    text = "Ada met Bo in Lessen on Monday. No, in Ostrel. In Lessen, yes."
    (report,) = (d.report for d in read(["-"], stdin=io.BytesIO(text.encode())))
    spans = [
        Span.of(text, text.index(words), text.index(words) + len(words))
        for words in ("in Lessen", "in Ostrel", "In Lessen")
    ]
    claims = [
        Claim(f"c{n}", report.id, f"s{n}", None, "meet", span, (Who(None, "Ada"),), False, (Who(None, "Bo"),),
              (Who(None, span.text[3:]),), (), "2031-05-12", None, None, Polarity.POSITIVE, Modality.FACT, (span,))
        for n, span in enumerate(spans)
    ]  # fmt: skip
    pile = Pile.of([report], {report.id: Annotations(report.id, claims=tuple(claims))}, {report.id: "o"}, [])
    findings = list(compare(pile, Tellings(pile, {})))
    assert [f.judgement.verdict for f in findings] == [Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.CONFLICT]
    assert findings[0].question == "Where did Ada meet Bo?"


def test_every_scorer_is_described():
    assert set(described("evaluation.md")) >= set(NAMES)


def test_every_figure_with_a_floor_is_described():
    text = (DOCS / "evaluation.md").read_text()
    for scorer in read_floors(FLOORS):
        assert f"## `{scorer}`" in text
    assert set(Table.__dataclass_fields__) == {"title", "columns", "rows", "scores", "more"}


def test_every_room_is_described_in_the_architecture():
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"examples"}
    assert rooms <= set(described("architecture.md"))


def test_the_readme_names_every_slot():
    text = (ROOT / "README.md").read_text()
    assert all(f"`{slot}`" in text for slot in Slot)
