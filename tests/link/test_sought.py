import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.sought import Sought

PATTERNS = [
    r"\b(?:shell(?:s|ed|ing)|mortars?|air ?strikes?)\b",
    r"\b(?:the )?(?:(?!from|by)\w+ ){0,3}?(?:army|armies|troops)\b",
    r"(?P<k0>\b(?:truces?|cease-?fires?)\b)|(?P<k1>\bhot ?-?lines?\b)",
    r"\b(?:not|no|never)\b|n['’]t\b",
    r"(?<![\w.])army of|^the army|\bwas (?:an? )(?P<m>shell\w*)",
    r"[^.;]{0,9}?\b(?:blew up|fell short)",
    r"\b(?:in (?:the )?|at |before )?(?:army|night)\b(?! news)",
    r"\b(\w+)-(?:backed|led)\b|\bpro-(?=\w)",
    r"\b(?:ab)+|\bi?s\b|\b[sk]hell",
    r"(?:ation|als?|\b(?:the|of) army)",
    r"\w*",
    r"\b(?:es|é)t\b",
    r"(?<![\w.:-])(?P<h>[01]?\d|2[0-4])(?::(?P<m>[0-5]\d))|\b(?P<few>ten|\d\d?) (?:at|to)\b"
    r"|\bat (?P<noon>noon)\b",
    r"\b(?:arm|air|t)$",
    r"\b(?:of|arm)\B",
    r"\b(?:arm(?=y)y|of the|ab\d)",
    r"\b(?:army){0,2}\s*troops\b|(?<!\bof )\bmortars",
]
WORDS = """the army armies troops of was a shell shells shelled Shelling mortar mortars air strike airstrike fell short
blew up blew pro-army army-led US-backed not never don't didn’t no night at before in news truce cease-fire ceasefire
hotline hot line ab abab is s khell ſhell ıs shell’s nation als et ét İs STRIKE Kırk from by 12 7 3:15 12:30 1.20 ٣
٣:15 ten noon to . , ; - ’""".split()


@settings(deadline=None, max_examples=60)
@pytest.mark.parametrize("flags", [0, re.I, re.I | re.M])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=30),
    gaps=st.sampled_from([" ", " ", "\n", "", ". "]),
    repeated=st.sampled_from([1, 20]),
    start=st.integers(0, 40),
    length=st.integers(0, 400),
)
def test_it_finds_what_the_pattern_finds(pattern, flags, words, gaps, repeated, start, length):
    text = gaps.join(words * repeated)
    sought, plain = Sought(pattern, flags), re.compile(pattern, flags)

    def places(matches):
        return [(m.span(), m.groups(), m.lastgroup) for m in matches]

    assert places(sought.finditer(text)) == places(plain.finditer(text))
    end = start + length
    assert places(sought.finditer(text, start, end)) == places(plain.finditer(text, start, end))
    assert places(filter(None, [sought.search(text, start)])) == places(filter(None, [plain.search(text, start)]))


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=30), gap=st.sampled_from([" ", "  ", "\n", "-"]))
def test_it_finds_what_begins_some_words_before(words, gap):
    text = gap.join(words)
    pattern = r"\b(?:the )?(?:(?!of )[\w-]+ )?(?:army|troops)\b"
    sought = Sought(pattern, re.I, within=2)
    assert [m.span() for m in sought.finditer(text)] == [m.span() for m in re.finditer(pattern, text, re.I)]
    assert sought.sub(lambda m: "x" * len(m.group()), text) == re.sub(
        pattern, lambda m: "x" * len(m.group()), text, flags=re.I
    )


@pytest.mark.parametrize("pattern", PATTERNS[:3])
def test_a_text_without_its_words_is_not_gone_through(pattern, monkeypatch):
    sought = Sought(pattern, re.I)
    monkeypatch.setattr(sought, "_search", None)
    monkeypatch.setattr(sought, "_finditer", None)
    assert sought.search("Nothing of that kind was said.") is None
    assert list(sought.finditer("Nothing of that kind was said." * 100)) == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_where_python_does_not_tell_how_it_reads_patterns_the_same_is_found(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.link.sought._parser", None)
    text = " ".join(WORDS)
    assert [m.span() for m in Sought(pattern).finditer(text)] == [m.span() for m in re.finditer(pattern, text)]
    found, wanted = Sought(pattern).search(text), re.search(pattern, text)
    assert (found and found.span()) == (wanted and wanted.span())
