"""What hangs together among the claims of a report: conditions, exceptions, answers, and who is left open."""

from __future__ import annotations

import pytest
from build import make_report

from counterclaim.annotate.report import annotate_report
from counterclaim.records import Annotations, Claim, Modality, Polarity


def annotated(text: str) -> Annotations:
    return annotate_report(make_report(text))


def triggers(found: Annotations, word: str) -> list[Claim]:
    return [claim for claim in found.claims if claim.trigger.text == word]


@pytest.mark.parametrize(
    ("text", "condition", "depends"),
    [
        ("The siege would end if weapons were laid down.", "laid", "end"),
        ("If the army leaves the village, the farmers will return.", "leaves", "return"),
        ("The army will attack the town unless the rebels leave it.", "leave", "attack"),
        ("Provided that the army leaves the town, the farmers will return.", "leaves", "return"),
        ("The farmers will return as long as the army holds the bridge.", "holds", "return"),
        ("The farmers will return only after the army leaves the town.", "leaves", "return"),
        ("Had the army left the town, the farmers would have returned.", "left", "returned"),
        ("The army will stay in the town in case the rebels return.", "return", "stay"),
        ("Grace Wanjiru said that the farmers would return if the army left the village.", "left", "return"),
        ("If the army leaves and the rebels hand over their weapons, talks will begin.", "hand", "begin"),
    ],
)
def test_a_condition_knows_what_depends_on_it(text: str, condition: str, depends: str) -> None:
    found = annotated(text)
    (claim,) = triggers(found, condition)
    (other,) = triggers(found, depends)
    assert (claim.modality, claim.condition_of) == (Modality.CONDITION, other.id)
    assert other.condition_of is None


@pytest.mark.parametrize(
    "text",
    [
        "The farmers returned after the army left the village.",
        "The police did not know if the army left the village.",
        "Even if the army left the village, the farmers would stay.",
    ],
)
def test_other_clauses_are_no_conditions(text: str) -> None:
    assert all(claim.condition_of is None for claim in annotated(text).claims)


@pytest.mark.parametrize(
    ("text", "word", "excepted"),
    [
        ("Kenya gave no military support, apart from buying equipment.", None, "buying equipment"),
        ("No civilians were killed except for two farmers.", "killed", "two farmers"),
        ("All hostages were released with the exception of a nurse.", "released", "a nurse"),
        ("The army attacked every town except Garissa.", "attacked", "Garissa"),
        ("The army attacked nothing but military bases.", "attacked", "military bases"),
        ("The army never attacked any towns other than Garissa.", "attacked", "Garissa"),
    ],
)
def test_an_exception_is_told_without_its_marker(text: str, word: str | None, excepted: str) -> None:
    claims = [claim for claim in annotated(text).claims if claim.exception is not None]
    assert [claim.exception.text for claim in claims if claim.exception] == [excepted]
    assert word in {None, *(claim.trigger.text for claim in claims)}


@pytest.mark.parametrize(
    "text",
    [
        "Besides killing five farmers, the blast wounded two soldiers.",
        "Apart from the army, the rebels also shelled the village.",
        "The farmers had no choice but to leave the village.",
        "The army attacked the village but spared the bridge.",
    ],
)
def test_what_is_added_is_no_exception(text: str) -> None:
    assert all(claim.exception is None for claim in annotated(text).claims)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Uganda accused Kenya of shelling the village. Kenya denied shelling the village.", "shelling"),
        ("Uganda said that Kenya had shelled Garissa. Kenya said that it had not shelled Garissa.", "shelled"),
        ("Uganda said that rebels shelled Garissa. Peter Otieno confirmed that rebels shelled Garissa.", "shelled"),
    ],
)
def test_an_answer_knows_what_it_answers(text: str, word: str) -> None:
    first, second = triggers(annotated(text), word)
    assert (first.responds_to, second.responds_to) == (None, first.id)


def test_a_denial_answers_what_the_denier_is_accused_of() -> None:
    found = annotated("Uganda accused Kenya of shelling the village. Kenya denied attacking civilians.")
    (charge,) = triggers(found, "shelling")
    (denial,) = triggers(found, "attacking")
    assert denial.responds_to == charge.id


@pytest.mark.parametrize(
    "text",
    [
        "Uganda said that Kenya had shelled Garissa. Kenya said that it had not shelled Embu.",
        "Uganda accused Rwanda of shelling the village. Kenya denied attacking civilians.",
        "Uganda said that Kenya had shelled Garissa. Uganda said that Rwanda had not shelled Garissa.",
        "Uganda said that Kenya had shelled Garissa. Peter Otieno said that Kenya had shelled Garissa.",
        "The army shelled Garissa on Monday. The army did not shell Garissa on Tuesday.",
        "Uganda said that Kenya had shelled Garissa. Kenya said that it would not shell Garissa.",
    ],
)
def test_most_claims_answer_nothing(text: str) -> None:
    assert not any(claim.responds_to for claim in annotated(text).claims)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The observers could not determine whether the jets were Kenyan or Ugandan.", "were"),
        ("It was not clear whether Kenyan or Ugandan jets bombed the village.", "bombed"),
    ],
)
def test_both_are_named_where_it_is_open_who_it_was(text: str, word: str) -> None:
    (claim,) = triggers(annotated(text), word)
    assert (claim.agent_any, claim.polarity) == (True, Polarity.UNKNOWN)
    assert [who.span.text for who in claim.agent if who.span] == ["Kenyan", "Ugandan"]


def test_of_none_of_two_it_is_not_open_who_it_was() -> None:
    (claim,) = triggers(annotated("No soldier or policeman entered the village."), "entered")
    assert (claim.agent_any, claim.polarity) == (False, Polarity.NEGATIVE)


def test_a_denied_report_that_nobody_stands_behind_is_the_denials() -> None:
    found = annotated("The ministry rejected reports that its planes bombed the market.")
    (claim,) = triggers(found, "bombed")
    (statement,) = (s for s in found.statements if s.id == claim.statement)
    assert (claim.polarity, [who.name for who in statement.sources]) == (Polarity.NEGATIVE, ["The ministry"])
