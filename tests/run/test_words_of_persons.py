"""A person's word survives rebuilding, other ids, and more reports; where its words mean nothing any more, it waits."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import reread

import counterclaim
from counterclaim.records import Annotations, Dispute, Entity, Report, Slot, Status, UsageError
from counterclaim.run import build
from counterclaim.run.steps import Steps
from counterclaim.store import Standing, check, open_view, open_writer

HARBOUR = {
    "outlet": "Harbour Times",
    "published": "2031-06-04",
    "title": "Shelling of Dorvik kills 14",
    "text": "Fourteen civilians were killed when the Teluria army shelled the market in Dorvik on 3 June 2031, the"
    " Dorvik hospital said.",
}
MAIL = {
    "outlet": "Coast Mail",
    "published": "2031-06-04",
    "title": "Nine dead in Dorvik",
    "text": "Nine civilians were killed in the shelling of the market in Dorvik on 3 June 2031, the governor Anna Bell"
    " said.",
}
RIVER = {
    "outlet": "River Post",
    "published": "2031-06-05",
    "title": "Bell speaks of talks",
    "text": 'Governor Anna Bell said that Kenya had asked Uganda for a ceasefire. "They asked us," Bell said.',
}
RADIO = {
    "outlet": "Valley Radio",
    "published": "2031-06-05",
    "title": "Dashkelov on talks",
    "text": "Uganda asked Kenya for a ceasefire, minister Timur Dashkelov said on Thursday.",
}
THIRD = {
    "outlet": "Hill Courier",
    "published": "2031-06-03",
    "title": "Twenty dead in Dorvik",
    "text": "Twenty civilians were killed in the shelling of the market in Dorvik on 3 June 2031, the police said.",
}
WHY = "I read both reports."


def put(folder: Path, *reports: dict[str, str]) -> Path:
    """A file of these reports."""
    path = folder / f"{len(list(folder.iterdir()))}.jsonl"
    path.write_text("\n".join(map(json.dumps, reports)))
    return path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of four reports: a dispute on a count, and one on who asked whom."""
    folder = tmp_path_factory.mktemp("words")
    counterclaim.build(put(folder, HARBOUR, MAIL, RIVER, RADIO), folder / "l.db", workers=1)
    return folder / "l.db"


@pytest.fixture
def ledger(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "l.db"))


def of(ledger: Path, slot: Slot) -> Dispute:
    """The only dispute of a slot."""
    with open_view(ledger) as view:
        (dispute,) = view.disputes(slot=slot)
    return dispute


def named(ledger: Path, name: str) -> Entity:
    with open_view(ledger) as view:
        (entity,) = (one for one in view.entities() if one.name == name)
    return entity


def standings(ledger: Path) -> list[Standing]:
    """What became of each word, the first given first."""
    with open_view(ledger) as view:
        return [word.standing for word in reversed(view.words())]


def rebuild(ledger: Path, annotate: Callable[[Report], Annotations] | None = None, *paths: Path) -> None:
    """Builds again, with annotators of a later version if there are any."""
    steps = Steps.of_counterclaim()
    if annotate is not None:
        steps = replace(steps, annotate=annotate, annotate_version=f"{annotate}")
    build(list(paths), ledger, workers=1, steps=steps)
    with open_view(ledger) as view:
        assert check(view) == []


@pytest.mark.parametrize("slot", [Slot.COUNT, Slot.ROLES])
@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.REJECTED])
def test_a_status_is_seen_at_once_and_after_every_kind_of_rebuilding(
    ledger: Path, tmp_path: Path, slot: Slot, status: Status
) -> None:
    before = of(ledger, slot)
    with counterclaim.judge(ledger, "Ada") as ada:
        (ada.confirm if status is Status.CONFIRMED else ada.reject)("disputes", before.id, WHY)
    assert of(ledger, slot).status is status
    rebuild(ledger)
    assert of(ledger, slot) == replace(before, status=status)
    rebuild(ledger, reread.under_other_ids)
    assert of(ledger, slot).id != before.id
    assert of(ledger, slot).status is status
    assert standings(ledger) == [Standing.COUNTS]


def test_a_confirmed_dispute_that_grows_stays_confirmed(ledger: Path, tmp_path: Path) -> None:
    before = of(ledger, Slot.COUNT)
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.confirm("disputes", before.id, WHY)
    rebuild(ledger, None, put(tmp_path, THIRD))
    after = of(ledger, Slot.COUNT)
    assert len(after.sides) == 3
    assert after.status is Status.CONFIRMED
    assert before.id in after.aliases


def test_a_rejected_dispute_in_which_others_differ_goes_on_as_theirs(ledger: Path, tmp_path: Path) -> None:
    before = of(ledger, Slot.COUNT)
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.reject("disputes", before.id, "The governor counted another street.")
    rebuild(ledger, None, put(tmp_path, THIRD))
    after = of(ledger, Slot.COUNT)
    assert after.status is Status.SUGGESTED, "nobody said anything of the third"
    assert before.id in {after.id, *after.aliases}
    with open_view(ledger) as view:
        assert view.find("disputes", before.id) == after
        assert [word.standing for word in view.words(after.id)] == [Standing.COUNTS]


def test_what_a_report_no_longer_says_leaves_its_word_orphaned_until_it_does_again(ledger: Path) -> None:
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.confirm("disputes", of(ledger, Slot.COUNT).id, WHY)
        ada.confirm("disputes", of(ledger, Slot.ROLES).id, WHY)
    rebuild(ledger, reread.nothing_in_the_mail)
    with open_view(ledger) as view:
        assert view.disputes(slot=Slot.COUNT) == []
    assert standings(ledger) == [Standing.ORPHANED, Standing.COUNTS]
    rebuild(ledger)
    assert standings(ledger) == [Standing.COUNTS, Standing.COUNTS]
    assert of(ledger, Slot.COUNT).status is Status.CONFIRMED


def test_the_later_word_counts_and_undoing_brings_the_earlier_back(ledger: Path) -> None:
    id_ = of(ledger, Slot.COUNT).id
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.confirm("disputes", id_, WHY)
    with counterclaim.judge(ledger, "Bo") as bo:
        no = bo.reject("disputes", id_, "Another market.")
    assert of(ledger, Slot.COUNT).status is Status.REJECTED
    assert standings(ledger) == [Standing.OVERRIDDEN, Standing.COUNTS]
    with counterclaim.judge(ledger, "Cleo") as cleo:
        back = cleo.undo(no.judgement.id, "It is the same market.")
        assert of(ledger, Slot.COUNT).status is Status.CONFIRMED
        cleo.undo(back.judgement.id, "It is not.")
    assert of(ledger, Slot.COUNT).status is Status.REJECTED
    rebuild(ledger)
    assert of(ledger, Slot.COUNT).status is Status.REJECTED
    assert standings(ledger) == [Standing.OVERRIDDEN, Standing.COUNTS, Standing.UNDONE, Standing.COUNTS]


def test_who_did_not_see_the_others_word_is_told_of_it(ledger: Path) -> None:
    id_ = of(ledger, Slot.COUNT).id
    with counterclaim.judge(ledger, "Ada") as ada, counterclaim.judge(ledger, "Bo") as bo:
        first = ada.confirm("disputes", id_, WHY, seen="")
        assert first.meanwhile == ()
        second = bo.reject("disputes", id_, "Another market.", seen="")
        assert second.meanwhile == (first.judgement,)
        assert ada.confirm("disputes", id_, WHY, seen=second.judgement.at).meanwhile == ()
    with open_view(ledger) as view:
        assert [word.judgement.by for word in view.words(id_)] == ["Ada", "Bo", "Ada"]


def test_two_who_are_one_are_joined_with_the_next_build_and_can_be_parted_again(ledger: Path) -> None:
    bell, dashkelov = named(ledger, "Anna Bell"), named(ledger, "Timur Dashkelov")
    with counterclaim.judge(ledger, "Ada") as ada:
        joining = ada.join("entities", bell.id, dashkelov.id, "A pen name.")
    with open_view(ledger) as view:
        assert view.words()[0].waits
    rebuild(ledger, reread.under_other_ids)
    with open_view(ledger) as view:
        (one,) = (e for e in view.entities() if "Anna Bell" in e.names)
        assert "Timur Dashkelov" in one.names
        assert not view.words()[0].waits
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.undo(joining.judgement.id)
    rebuild(ledger)
    assert named(ledger, "Timur Dashkelov").members == dashkelov.members


def test_one_who_is_two_is_split_with_the_next_build(ledger: Path) -> None:
    bell = named(ledger, "Anna Bell")
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.split("entities", bell.id, [bell.members[1]], "The governor and her cousin.")
    rebuild(ledger)
    with open_view(ledger) as view:
        assert sorted(e.members for e in view.entities() if e.name == "Anna Bell") == sorted(
            [(bell.members[0],), (bell.members[1],)]
        )
    assert standings(ledger) == [Standing.COUNTS]


def test_a_corrected_speaker_is_shown_and_found_at_once_and_holds_the_answer_after_the_next_build(ledger: Path) -> None:
    with open_view(ledger) as view:
        (said,) = (s for s in view.statements() if s.content[0].text.startswith("Nine civilians"))
    dashkelov = named(ledger, "Timur Dashkelov")
    with counterclaim.judge(ledger, "Ada") as ada:
        word = ada.speaker(said.id, "", "He said so on the radio.", entity=dashkelov.id)
    for annotate in (None, reread.under_other_ids):
        with open_view(ledger) as view:
            (now,) = (s for s in view.statements(who="Dashkelov") if s.content == said.content)
            assert [(who.name, who.entity) for who in now.sources] == [
                ("Timur Dashkelov", named(ledger, "Timur Dashkelov").id)
            ]
            assert not [s for s in view.statements(who="Anna Bell") if s.content == said.content]
        rebuild(ledger, annotate)
        holders = {who.name for side in of(ledger, Slot.COUNT).sides for who in side.holders}
        assert holders == {"the Dorvik hospital", "Timur Dashkelov"}
    rebuild(ledger)
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.undo(word.judgement.id)
    with open_view(ledger) as view:
        assert [who.name for s in view.statements(who="Bell") if s.content == said.content for who in s.sources] == [
            "Anna Bell"
        ]


def test_a_corrected_count_is_compared_as_corrected(ledger: Path) -> None:
    with open_view(ledger) as view:
        (nine,) = (f for f in view.figures() if f.span.text == "Nine")
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.slot(nine.id, Slot.COUNT, "14/14/14", "A slip of the typist; the outlet corrected it.")
        with pytest.raises(UsageError, match="is no count"):
            ada.slot(nine.id, Slot.COUNT, "many", WHY)
    with open_view(ledger) as view:
        assert [f.best for f in view.figures() if f.id == nine.id] == [14]
    rebuild(ledger)
    with open_view(ledger) as view:
        assert view.disputes(slot=Slot.COUNT) == []


def test_tellings_of_two_happenings_are_kept_apart_and_put_together(ledger: Path) -> None:
    with open_view(ledger) as view:
        (incident,) = view.incidents()
        assert len(incident.reports) == 2
        mail = [one.id for one in (*view.claims(incident.reports[1]), *view.figures(incident.reports[1]))]
    with counterclaim.judge(ledger, "Ada") as ada:
        parting = ada.split("incidents", incident.id, mail, "Another street.")
    rebuild(ledger)
    with open_view(ledger) as view:
        apart = view.incidents()
        assert sorted(len(one.reports) for one in apart) == [1, 1]
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.undo(parting.judgement.id)
        ada.join("incidents", apart[0].id, apart[1].id, "The same after all.")
    rebuild(ledger, reread.under_other_ids)
    with open_view(ledger) as view:
        assert [len(one.reports) for one in view.incidents()] == [2]


def test_answers_that_a_person_parts_are_two_questions(ledger: Path, tmp_path: Path) -> None:
    rebuild(ledger, None, put(tmp_path, THIRD))
    whole = of(ledger, Slot.COUNT)
    third = next(side.answer for side in whole.sides if side.answer.startswith("20"))
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.split("disputes", whole.id, [third], "The police counted all week.")
    rebuild(ledger)
    after = of(ledger, Slot.COUNT)
    assert {side.answer for side in after.sides} == {"14 killed", "9 killed"}
    assert standings(ledger) == [Standing.COUNTS]


def test_a_name_that_a_person_gives_is_the_name(ledger: Path) -> None:
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.name(named(ledger, "Anna Bell").id, "Anna Bell-Rowe", "So she signs.")
    rebuild(ledger, reread.under_other_ids)
    assert "Anna Bell" in named(ledger, "Anna Bell-Rowe").names


def test_words_are_carried_over_to_another_ledger_of_the_same_reports(ledger: Path, tmp_path: Path) -> None:
    with counterclaim.judge(ledger, "Ada") as ada:
        ada.confirm("disputes", of(ledger, Slot.COUNT).id, WHY)
        ada.confirm("disputes", of(ledger, Slot.ROLES).id, WHY)
    other = tmp_path / "other.db"
    counterclaim.build(put(tmp_path, HARBOUR, MAIL), other, workers=1)
    with open_view(ledger) as view, open_writer(other) as writer:
        for word in reversed(view.words()):
            writer.judge(word.judgement)
    assert standings(other) == [Standing.COUNTS, Standing.ORPHANED]
    assert of(other, Slot.COUNT).status is Status.CONFIRMED
    rebuild(other, None, put(tmp_path, RIVER, RADIO))
    assert standings(other) == [Standing.COUNTS, Standing.COUNTS]
    assert of(other, Slot.ROLES).status is Status.CONFIRMED


def test_nothing_is_added_that_cannot_be_said(ledger: Path) -> None:
    dispute = of(ledger, Slot.COUNT)
    with counterclaim.judge(ledger, "Ada") as ada:
        for wrong in (
            lambda: ada.confirm("disputes", dispute.id, "  "),
            lambda: ada.confirm("reports", dispute.id, WHY),
            lambda: ada.join("disputes", dispute.id, of(ledger, Slot.ROLES).id, WHY),
            lambda: ada.split("disputes", dispute.id, [side.answer for side in dispute.sides], WHY),
            lambda: ada.undo(dispute.judgements[0], WHY),
        ):
            with pytest.raises(UsageError):
                wrong()
    with pytest.raises(UsageError, match="needs the name"), counterclaim.judge(ledger, " "):
        pass
    assert standings(ledger) == []
