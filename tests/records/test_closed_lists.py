"""The closed lists are promises: what is in them is never renamed or taken out."""

from __future__ import annotations

import inspect
from enum import StrEnum

import pytest

from counterclaim.records import enums, errors

PROMISED = {
    "Act": "assert, deny, confirm, accuse, demand, offer, promise, threaten, ask, refuse, agree, call for, express",
    "Manner": "direct, indirect, mixed, narration",
    "Hedge": "none, distanced, alleged",
    "Unnamed": "official, group, document, media, anyone",
    "Polarity": "positive, negative, unknown",
    "Modality": "fact, plan, condition, hypothesis, command, presupposed",
    "Happened": (
        "killed, injured, captured, missing, displaced, arrested, released, deployed, destroyed, present, other"
    ),
    "EntityKind": "person, organization, state, group, place",
    "MentionForm": "name, nominal, pronoun",
    "TimexType": "DATE, TIME, DURATION, SET",
    "PassageKind": "headline, paragraph, caption, heading, boilerplate, repeat",
    "PublishedFrom": "metadata, text, inferred",
    "Slot": "agent, patient, roles, count, time, place, polarity, existence, cause, naming, quality",
    "Status": "suggested, confirmed, rejected",
    "ProcessKind": (
        "ceasefire, exchange, talks, hotline, withdrawal, deployment, corridor, evacuation, disarmament, monitoring,"
        " other"
    ),
    "ProcessState": (
        "proposed, offered, demanded, called for, threatened, accepted, refused, agreed, scheduled, held, in force,"
        " carried out, extended, violated, suspended, ended"
    ),
    "Verdict": "same, different, conflict, compatible, update, part, other incident",
}
LISTS = {
    name: cls for name, cls in inspect.getmembers(enums, inspect.isclass) if issubclass(cls, StrEnum) and cls != StrEnum
}


def test_every_closed_list_is_promised_here() -> None:
    assert set(LISTS) == set(PROMISED)


@pytest.mark.parametrize("name", PROMISED)
def test_what_was_promised_is_there(name: str) -> None:
    assert set(PROMISED[name].split(", ")) <= {str(member) for member in LISTS[name]}


@pytest.mark.parametrize("name", PROMISED)
def test_a_member_is_what_users_type(name: str) -> None:
    for member in LISTS[name]:
        assert LISTS[name](str(member)) is member
        assert f"{member}" == member.value == member


ERRORS = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, Exception)]


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_is_one_of_ours(error: type[Exception]) -> None:
    assert issubclass(error, errors.CounterclaimError)
    assert str(error("one sentence")) == "one sentence"


def test_the_tree_at_the_top_of_the_file_is_the_tree() -> None:
    drawn = [line.strip("│├└─ ").split()[0] for line in (errors.__doc__ or "").splitlines() if "──" in line]
    assert drawn == [
        error.__name__ for error in sorted(ERRORS, key=lambda cls: _line(cls)) if error.__base__ is not Exception
    ]


def _line(cls: type) -> int:
    return inspect.getsourcelines(cls)[1]
