"""What was said is whole and nobody else's: no words cut off, no scraps, no statements of places and happenings."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from build import make_report, parse_text

from counterclaim.annotate.report import annotate_report
from counterclaim.annotate.speech.mend import mend_sources
from counterclaim.annotate.speech.misread import is_misread
from counterclaim.annotate.speech.rules import by_rules
from counterclaim.annotate.speech.scene import Draft, Scene, read_scene
from counterclaim.annotate.speech.tidy import tidy
from counterclaim.records import Act, Manner, Statement


def told(text: str) -> list[Statement]:
    """What is attributed in a text, in order."""
    found = annotate_report(make_report(text, outlet="The Gazette")).statements
    return [statement for statement in found if statement.manner is not Manner.NARRATION]


def narrated(text: str) -> list[str]:
    """What the outlet tells itself."""
    found = annotate_report(make_report(text, outlet="The Gazette")).statements
    return [statement.content[0].text for statement in found if statement.manner is Manner.NARRATION]


def tokens(scene: Scene, words: str) -> list[int]:
    """The tokens of the first place of these words."""
    start = scene.tree.text.index(words)
    return list(range(scene.tree.at(start), scene.tree.at(start + len(words) - 1) + 1))


def drafted(text: str, source: str, cue: str, contents: Iterable[str]) -> tuple[Scene, Draft]:
    """A draft with these words, as a tagger might leave it."""
    scene = read_scene(parse_text(text))
    content = {token for words in contents for token in tokens(scene, words)}
    start = text.index(source)
    head = tokens(scene, cue)
    return scene, Draft(head[0], scene.tree.lemma[head[0]], head, content, (((start, start + len(source)),),))


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents", "whole"),
    [
        (
            "The mayor said the bridge at Old Harbour was shut.",
            "The mayor",
            "said",
            ["the bridge at Old Harbour was"],
            ["the bridge at Old Harbour was shut"],
        ),
        (
            "The senate accused the guild of that raid on the mill.",
            "The senate",
            "accused",
            ["the guild", "that raid on the mill"],
            ["the guild", "that raid on the mill"],
        ),
        (
            "A clerk thanked the council for its care of the poor.",
            "A clerk",
            "thanked",
            ["the council", "its care of the poor"],
            ["the council for its care of the poor"],
        ),
        (
            "Nine people died in the port, officials said, in one of the deadliest fires since May.",
            "officials",
            "said",
            ["Nine people died in the port", "deadliest fires since May"],
            ["Nine people died in the port"],
        ),
        (
            "Three men came back, he said, at the wells where they have a post.",
            "he",
            "said",
            ["Three men came back", "the wells where they have a post"],
            ["Three men came back", "at the wells where they have a post"],
        ),
        (
            "The boys slept in a farm beside the canal that night. Soldiers came on foot, a widow said.",
            "a widow",
            "said",
            ["The boys", "Soldiers came on foot"],
            ["Soldiers came on foot"],
        ),
        (
            "The miners wrote in polite terms for help.",
            "The miners",
            "wrote",
            ["terms for help"],
            ["polite terms for help"],
        ),
        (
            "The boats are late, the skipper said.\n\n... \n\nThe shore is long.",
            "the skipper",
            "said",
            ["The boats are late", "..."],
            ["The boats are late"],
        ),
    ],
)
def test_words_are_made_whole(text: str, source: str, cue: str, contents: list[str], whole: list[str]) -> None:
    scene, draft = drafted(text, source, cue, contents)
    tidy(scene, [draft])
    assert [text[start:end] for start, end in scene.pieces(draft.content)] == whole


def test_a_quotation_is_left_as_it_is() -> None:
    text = 'The mayor said "nothing at" the harbour gate.'
    scene, draft = drafted(text, "The mayor", "said", ["nothing at"])
    before = set(draft.content)
    tidy(scene, [draft])
    assert draft.content == before


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "misread"),
    [
        ("A truce agreed in May was broken by the army on Friday.", "A truce", "agreed", "in May", True),
        ("The rebels agreed in May to a truce.", "The rebels", "agreed", "to a truce", False),
        ("The commander was wanted for the bombing of a bus.", "The commander", "wanted", "the bombing of a bus", True),
        ("The miners wanted a bus.", "The miners", "wanted", "a bus", False),
        ("The attack claimed the lives of nine men.", "The attack", "claimed", "the lives of nine men", True),
    ],
)
def test_what_is_done_to_somebody_is_no_speech(text: str, source: str, cue: str, content: str, misread: bool) -> None:
    scene, draft = drafted(text, source, cue, [content])
    assert is_misread(scene, draft) is misread


def test_a_part_of_a_name_is_no_cue() -> None:
    text = "The police chief, Said-Amin Oruk, spoke of two dead."
    scene = read_scene(parse_text(text))
    assert not [d for d in by_rules(scene) if scene.tree.lower[d.cue[0]] == "said" and not is_misread(scene, d)]


@pytest.mark.parametrize(
    ("headline", "speaks"),
    [
        ("Mombasa: aid blocked, clinic destroyed", False),
        ("Halm: day of the sticks", False),
        ("Sudan: more than 600 killed after prison break", False),
        ("Kenya: We will not withdraw", True),
        ("Minister: clinic was empty", True),
        ("Grace Wanjiru: clinic was empty", True),
    ],
)
def test_the_place_that_a_headline_is_about_says_nothing(headline: str, speaks: bool) -> None:
    text = (
        f"{headline}\n\nNo lorry has reached the clinic in Halm or in Mombasa, where Grace Wanjiru had been on Monday."
    )
    assert bool(told(text)) is speaks


def test_who_goes_on_speaks_on() -> None:
    text = (
        "The bridge was shut, the mayor said.\n\nThe fire in the depot, he went on, broke out because of fuel barrels."
    )
    assert [piece.text for piece in told(text)[-1].content] == [
        "The fire in the depot",
        "broke out because of fuel barrels",
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The spokesman dismissed reports about an attack on a market.", Act.DENY),
        ("The governor rejected the allegations of a foreign group concerning the bridge.", Act.DENY),
        ("The rebels rejected the offer of a ceasefire.", Act.REFUSE),
        ("The governor rejected a demand for new elections.", Act.REFUSE),
    ],
)
def test_to_reject_what_others_tell_is_to_deny_it(text: str, act: Act) -> None:
    assert [statement.act for statement in told(text)] == [act]


@pytest.mark.parametrize(
    "text",
    [
        "No one has claimed the attack on the market.",
        "Asked whether the road was open, the minister left the room.",
    ],
)
def test_nobody_says_nothing(text: str) -> None:
    assert told(text) == []


def test_a_place_before_a_speaker_is_the_end_of_what_was_said() -> None:
    text = "At least nine people died when a jet bombed a market in the town of Mombasa, medics and residents said."
    scene, draft = drafted(
        text, "Mombasa", "said", ["At least nine people died when a jet bombed a market in the town of"]
    )
    medics, residents = (text.index(word) for word in ("medics", "residents"))
    draft.sources += (((medics, medics + 6),), ((residents, residents + 9),))
    mend_sources(scene, [draft])
    assert [text[a:b] for source in draft.sources for a, b in source] == ["medics", "residents"]
    assert [text[a:b] for a, b in scene.pieces(draft.content)] == [text[: text.index(",")]]


def test_the_top_of_a_release_tells_nothing() -> None:
    text = "Clinic hit again\n\nPress release - for immediate use\n\nThe clinic was hit by a shell on Monday morning."
    assert narrated(text) == ["Clinic hit again", "The clinic was hit by a shell on Monday morning."]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Where did the smoke come from? From the kiln, say the masons.", "From the kiln", "the masons"),
        ("And who lit it? The foreman, says a guard.", "The foreman", "a guard"),
        ("The offer, said the masons, was a joke.", "was a joke", "the masons"),
        ("The figures, said foreman Grace Wanjiru, were wrong.", "The figures", "Grace Wanjiru"),
        ('The boy was, in the old man\'s words, "taken like a goat".', '"taken like a goat"', "the old man"),
        ("Norwick says it freed nine men; Ashford has counted four.", "four", "Ashford"),
    ],
)
def test_who_stands_behind_what_he_says(text: str, words: str, speaker: str) -> None:
    said = [s for s in told(f"Fire at the kiln\n\nIt burned for hours. {text}") if words in s.content[-1].text]
    said = said or [s for s in told(f"Fire at the kiln\n\nIt burned for hours. {text}") if words in s.content[0].text]
    assert [who.name for who in said[-1].sources] == [speaker]


def test_neither_says_what_the_other_has_counted() -> None:
    first = told("Camp empties\n\nNorwick says it freed nine men; Ashford has counted four.")[0]
    assert [piece.text for piece in first.content] == ["it freed nine men"]


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses at the clinic, who asked not to be named, left on Monday.",
        "Nor do the two guilds agree on whose idea it was, and each blames the other.",
        "The guild does not vouch for claims made by the masons.",
    ],
)
def test_what_says_nothing_is_not_told(text: str) -> None:
    assert not [s for s in told(f"Fire at the kiln\n\n{text}") if s.act is not Act.REFUSE]


def test_a_judgement_behind_what_others_say_is_not_theirs() -> None:
    said = told("The kiln\n\nSome papers have reported that the foreman was arrested by the guild. This is untrue.")
    assert "untrue" not in " ".join(piece.text for statement in said for piece in statement.content)


def test_reports_that_are_judged_are_said_whole() -> None:
    text = "The kiln\n\nReports in the town press that strangers are in the yard are lies, Grace Wanjiru said."
    said = next(s for s in told(text) if s.sources[0].name == "Grace Wanjiru")
    assert said.content[0].text.startswith("Reports in the town press")
