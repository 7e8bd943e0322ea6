"""The trained tagger on texts that were made up here."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest

from counterclaim.annotate.parse import parse
from counterclaim.annotate.speech.evidence import evidence_of
from counterclaim.annotate.speech.finish import finish
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import read_scene
from counterclaim.evaluate.polnear import as_report
from counterclaim.models.attribution import decode, model
from counterclaim.models.attribution.evidence import COLUMNS, Evidence
from counterclaim.models.attribution.labels import LABELS


def evidence(text: str) -> Evidence:
    scene = read_scene(parse(as_report(text)))
    return evidence_of(scene, finish(scene, by_rules(scene)))


def found(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the tagger finds."""
    pieces, answer = model.load().read(evidence(text))

    def words(run: tuple[int, int] | None) -> str:
        return text[pieces.starts[run[0]] : pieces.ends[run[1] - 1]] if run else ""

    return [
        (words(one.source), words(one.cue), " … ".join(words(run) for run in one.content))
        for one in decode.decode(answer)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said the bridge over the Tana would stay closed.", "mayor", "said", "bridge"),
        ("The bridge over the Tana will stay closed, the mayor said on Monday.", "mayor", "said", "stay closed"),
        ("“We will not open it this year,” said Jane Doe, the mayor.", "Jane Doe", "said", "not open it"),
        ("According to the ministry, four villages lost their wells.", "ministry", "According to", "lost their wells"),
        ("Doctors without pay warned that the clinic would shut.", "Doctors", "warned", "clinic would shut"),
    ],
)
def test_plain_speech_is_found(text: str, source: str, cue: str, content: str) -> None:
    (one,) = found(text)
    assert source in one[0]
    assert cue in one[1]
    assert content in one[2]


def test_nobody_speaks_where_something_is_only_told() -> None:
    assert found("The bridge over the Tana was closed on Monday. Two lorries stood on it until noon.") == []


def test_what_is_said_of_a_report_depends_on_nothing_else() -> None:
    first, other = evidence("The mayor said the bridge was safe."), evidence("“No,” said the driver. " * 40)
    tagger = model.load()
    before = tagger.read(first)[1].labels
    tagger.read(other)
    assert np.array_equal(before, tagger.read(first)[1].labels)


def test_a_long_report_is_read_to_its_end() -> None:
    text = "\n".join(f"Road {number} was mended. The mayor said road {number} was safe." for number in range(120))
    contents = [one[2] for one in found(text)]
    assert [number for number in range(120) if any(f"road {number} was safe" in said for said in contents)] == list(
        range(120)
    )


@pytest.mark.parametrize("text", ["x", "…", "«»", "!" * 3000, "word " * 3000, "\u200b\u200b said \u00ad"])
def test_odd_texts_are_read(text: str) -> None:
    pieces, answer = model.load().read(evidence(text))
    assert answer.labels.shape == (len(pieces), len(LABELS))
    decode.decode(answer)


def test_evidence_has_the_columns_that_the_weights_know() -> None:
    told = evidence("“We won’t,” Jane Doe of the UN said in Nairobi on 3 May 2031.")
    assert len(told.columns) == len(COLUMNS)
    for column, values in zip(told.columns, COLUMNS.values(), strict=True):
        assert len(column) == len(told.starts)
        assert 0 <= min(column) <= max(column) < values


def test_the_weights_are_small_enough_to_ship() -> None:
    folder = files("counterclaim.models.attribution")
    assert sum(len(folder.joinpath(name).read_bytes()) for name in ("weights.onnx", "vocabulary.json")) < 30_000_000


def test_nothing_of_training_is_needed_to_run() -> None:
    code = (
        "import sys; import counterclaim.annotate.speech; import counterclaim.models.attribution.model;"
        " print([name for name in ('torch', 'transformers', 'onnx') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
