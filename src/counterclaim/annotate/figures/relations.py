"""How figures of a report hang together: parts of a total, what "others" stands for, what replaces what, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from counterclaim.annotate.figures.counted import is_arm_or_attack, is_person, singular
from counterclaim.annotate.figures.deeds import first_of_name
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.figures.lexicon import BUILDINGS, BY_SEX_OR_AGE, FATES, VEHICLES
from counterclaim.annotate.figures.parts import find_sums, find_total, find_total_before
from counterclaim.annotate.figures.victims import VICTIM
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Happened, TimeExpression
from counterclaim.records.timex import date_span

_FROM_TO = re.compile(r"^\s+(?:\w+\s+){0,2}?to\s+$", re.IGNORECASE)
_RISE = re.compile(
    r"\b(?:ris|rose|rais|increas|climb|grew|grow|jump|updat|revis|went\s+up|up\b|fell|drop|toll)", re.IGNORECASE
)
_UP_FROM = re.compile(
    r"^[^.;]{0,40}?\b(?:up\s+)?from\s+(?:an\s+earlier\s+|a\s+previous\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE
)
_TELL = r"(?:sa(?:id|ys)|report\w*|put|given|gave|announced|estimated|counted|spoke\w*|confirmed|listed)"
_EARLIER = re.compile(
    rf"\b(?:earlier|previous(?:ly)?|initial(?:ly)?)\b(?:\s+\w+)?\s+(?:{_TELL}|(?:death\s+)?toll|count|figure|estimate|report)\b"
    rf"|\bfirst\s+{_TELL}\b"
    rf"|\b{_TELL}\s+(?:earlier|previously|initially)\b|\btoll\b.*\b(?:earlier|previously|initially)\b",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:rais\w+|revis\w+|updat\w+|increas\w+|rose|risen|ris\w+|climb\w+|gr[eo]w\w*|jump\w+|brought|brings)\b.*\bto\s+(?:at\s+least\s+)?$",
    re.IGNORECASE,
)
_TOLL = re.compile(r"\b(?:toll|dead|killed|deaths|died)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:(?:late|early|mid)\s+)?(?:the\s+)?$", re.IGNORECASE)
#: "Since the landing on 4 May, …": the time is that of what it is counted since.
_SINCE_THEN = re.compile(r"\W*since\s+[^,.;:]{3,80}?\s(?:on|in|of)\s+(?:the\s+)?", re.IGNORECASE)
_AS_OF = re.compile(r"\bas\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"\b(?:that|which|who|when|while|as\s+(?!of)|after|before|but|said|told)\b|[;:]", re.IGNORECASE
)

#: A toll given as an earlier one belongs to an account so many sentences before it at most.
_NEAR = 6
#: "Since the beginning of the war in …": a sentence opens within so many characters.
_OPENING = 25

#: What there is one of for each of the dead, who are no such things themselves.
_OF_THE_DEAD = frozenset({"graves", "coffins", "burials"})
_ROLES = frozenset({"dobj", "nsubj", "nsubjpass"})
#: So many sentences after a count at most, a number alone says the same of others.
_NEXT = 2
_HARM = frozenset({Happened.KILLED, Happened.INJURED})
_SEVERELY = frozenset("critically seriously severely gravely badly fatally lightly slightly".split())
_GIVES_NUMBER = frozenset({"to", "at", "reached", "is", "was", "past"})
_WHERE = frozenset({"in", "near", "at", "around", "outside"})


def relate(parsed: Parsed, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> None:
    """Fill in what drafts owe to one another. They stand in the order of the text."""
    text = parsed.report.text
    for index, draft in enumerate(drafts):
        draft.of = draft.name() or _numbered(draft)
        find_total(text, draft, drafts[:index])
    for earlier, later in _neighbours(drafts):
        _find_further_part(earlier, later)
    find_sums(drafts)
    for draft in drafts:
        _inherit(draft)
    for index, draft in enumerate(drafts):
        find_total_before(text, draft, drafts[:index])
    for earlier, later in _neighbours(drafts):
        _share(text, earlier, later)
    for index, draft in enumerate(drafts):
        _find_antecedent(draft, drafts[:index])
        _find_repeated(draft, drafts[:index])
    for earlier, later in _neighbours(drafts):
        _find_superseded(parsed, earlier, later)
    _find_superseded_toll(parsed, drafts)
    for draft in drafts:
        _find_times(parsed, draft, times)


def _numbered(draft: Draft) -> str | None:
    """Those whose number a bare count gives: "the number of miners killed in the fire has risen to six"."""
    if not draft.is_bare or draft.counted.anaphor or draft.doc[draft.first - 1].lower_ not in _GIVES_NUMBER:
        return None
    sentence = draft.doc[draft.first].sent
    for token in draft.doc[sentence.start : draft.first]:
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "number":
            return str(token.doc[first_of_name(token) : token.i + 1].text) if is_person(token) else None
    return None


def _find_antecedent(draft: Draft, before: Sequence[Draft]) -> None:
    """What "32 others" and "wounded 40" count: those of the figure before, in the same sentence or the one before."""
    if not draft.is_bare or _with_another(draft, before):
        return
    reach = 1 if draft.counted.anaphor or _HARM.intersection(draft.happened) else 0
    for other in reversed(before):
        if draft.sentence - other.sentence > reach:
            return
        if other.of is None or (other.part_of is not None and draft.part_of is None) or _is_nobody(draft, other):
            continue
        if other.sentence != draft.sentence and _counts_all(draft):
            return  # "Three soldiers were hurt. The number of dead in the village has risen to 19."
        if other.count.best == 1 and draft.count.best != 1:
            if other.sentence != draft.sentence:
                continue  # "An officer was shot. Forty-three have died in all."
            noun = other.counted.noun
            draft.of = "people" if noun is not None and singular(noun) in BY_SEX_OR_AGE else other.of
            return
        if draft.counted.anaphor or (_HARM.intersection(draft.happened) and _HARM.intersection(other.happened)):
            draft.of = other.of
            if not draft.happened and _counts_dead(other) and draft.doc[draft.counted.last].lower_ == "others":
                draft.happened = (Happened.KILLED,)  # "28 bodies, and six others"
            if draft.happened == (Happened.CAPTURED,) and other.counted.noun and is_arm_or_attack(other.counted.noun):
                draft.happened = (Happened.OTHER,)  # "sank three boats and seized two others"
            return


def _counts_all(draft: Draft) -> bool:
    """Whether a bare number is that of all the dead of a place that its sentence names."""
    sentence = draft.doc[draft.first].sent
    words = draft.doc[sentence.start : draft.first]
    if words.text == "" or draft.doc[draft.first - 1].lower_ not in _GIVES_NUMBER:
        return False
    dead = any(token.lower_ == "dead" and token.head.lower_ == "of" for token in words)
    return dead and any(token.lower_ in _WHERE and token.i + 1 < draft.first for token in words)


def _with_another(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether "eleven others" are others than somebody whom nobody counts: "the elder and eleven others"."""
    token = draft.doc[draft.first : draft.end + 1].root
    if token.dep_ != "conj" or draft.doc[draft.counted.last].lower_ != "others" or token.head.tag_ != "NN":
        return False
    return not any(other.first <= token.head.i <= other.end for other in before)


def _find_repeated(draft: Draft, before: Sequence[Draft]) -> None:
    """The one side brought 86 detainees, the other brought 54: a number alone of which the verb of a count is said."""
    number = draft.doc[draft.last]
    if not draft.is_bare or draft.happened or draft.sure or draft.counted.anaphor or number.dep_ not in _ROLES:
        return
    if draft.count.best == 1:
        return
    for other in reversed(before):
        if draft.sentence - other.sentence > _NEXT:
            return
        noun = other.counted.noun
        same = noun is not None and noun.dep_ == number.dep_ and noun.head.lemma_ == number.head.lemma_
        if same and number.head.pos_ == "VERB" and other.of is not None and not other.counted.anaphor:
            draft.of, draft.happened, draft.sure = other.of, other.happened or (Happened.OTHER,), True
            return


def _is_nobody(draft: Draft, other: Draft) -> bool:
    """Whether a single person to whom nothing happened, or a thing, stands where a count of dead or hurt looks back."""
    if other.counted.noun is None:
        return False
    if other.doc[other.first].tag_ == "DT" and not VICTIM.intersection(other.happened):
        return True
    if other.counted.noun.lower_ in _OF_THE_DEAD:
        return True
    if _counts_dead(other) and draft.happened and Happened.KILLED not in draft.happened:
        return True  # "44 bodies were brought in, and 273 wounded"
    return bool(_HARM.intersection(draft.happened)) and not (is_person(other.counted.noun) or other.happened)


def _counts_dead(draft: Draft) -> bool:
    """Whether those who are counted are dead by the word for them: bodies, deaths."""
    noun = draft.counted.noun
    return noun is not None and FATES.get(singular(noun)) == (Happened.KILLED,)


def _find_further_part(earlier: Draft, later: Draft) -> None:
    """Another 12 were hurt, four critically; killed 45 in the town and 22 in the county."""
    if not later.is_bare or later.sure or later.happened or later.part_of or later.counted.anaphor:
        return
    following = later.doc[later.last + 1] if later.last + 1 < later.doc[later.last].sent.end else None
    if following is None or not earlier.happened:
        return
    if following.lower_ in _SEVERELY:
        later.part_of = earlier
    elif following.lower_ == "without":
        later.happened, later.sure = (Happened.OTHER,), True
    elif following.lower_ in _WHERE and later.doc[later.first - 1].lower_ in {"and", ","}:
        later.happened, later.sure = earlier.happened, True


def _inherit(draft: Draft) -> None:
    """A part shares what happened to its total; what befell others is no part of it ("seven killed, nine hurt")."""
    total, noun = draft.part_of, draft.counted.noun
    if total is None or not total.happened:
        return
    if not draft.sure:
        draft.happened = _as_of(noun, total.happened)
    elif total.happened != (Happened.PRESENT,) and not set(draft.happened) & set(total.happened):
        draft.part_of = None


def _as_of(noun: Token | None, happened: tuple[Happened, ...]) -> tuple[Happened, ...]:
    """What people share with things: "lost 14 men and three vehicles", "13 fighters, including four buildings"."""
    if noun is None or singular(noun) not in BUILDINGS | VEHICLES:
        return happened
    return tuple(Happened.DESTROYED if each is Happened.KILLED else each for each in happened)


def _share(text: str, earlier: Draft, later: Draft) -> None:
    """Counts that "and" joins share what is said of both ("were 105 children and 76 women")."""
    between = text[earlier.doc[earlier.end].idx + len(earlier.doc[earlier.end]) : later.count.start]
    # A text that lost its commas lists things side by side.
    joined = between.strip().lower() in {"and", ",", ", and"}
    if joined and earlier.part_of is not None and later.part_of is None and not later.sure:
        later.part_of = earlier.part_of
    if between.strip().lower() in {"", "and", ",", "&", ", and", "as well as", "or"}:
        if not later.sure and earlier.happened and later.counted.noun is not None:
            later.happened, later.sure = _as_of(later.counted.noun, earlier.happened), earlier.sure
        elif not earlier.happened and earlier.counted.noun is not None:
            earlier.happened = later.happened
        if later.counted.noun is not None and _lacks_its_noun(earlier):
            earlier.of = f"{earlier.of} {later.counted.noun.text}"


def _lacks_its_noun(draft: Draft) -> bool:
    """Whether the noun comes only with the next count ("30 regime and 39 rebel fighters")."""
    noun = draft.counted.noun
    return noun is not None and noun.tag_ == "NN" and draft.count.best != 1 and not is_person(noun)


def _neighbours(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    return ((a, b) for a, b in pairwise(drafts) if a.sentence == b.sentence)


def _find_superseded(parsed: Parsed, earlier: Draft, later: Draft) -> None:
    """The toll rose from 18 to 22; the toll rose to 22 from 18."""
    text = parsed.report.text
    sentence = earlier.doc[earlier.first].sent
    if not _RISE.search(text, sentence.start_char, sentence.end_char):
        return
    between = text[earlier.doc[earlier.end].idx + len(earlier.doc[earlier.end]) : later.count.start]
    lead = text[max(0, earlier.count.start - 8) : earlier.count.start].lower()
    if re.search(r"\bfrom\s+$", lead) and _FROM_TO.match(between):
        old, new = earlier, later
    elif _UP_FROM.match(between) and re.search(r"\b(?:to|at)\s+$", lead):
        old, new = later, earlier
    else:
        return
    new.supersedes = old
    old.happened = old.happened or new.happened
    new.happened = new.happened or old.happened
    old.of = old.of or new.of
    new.of = new.of or old.of


def _find_superseded_toll(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """The source earlier put the toll at 5: replaced by the last toll before it in the report."""
    for index, draft in enumerate(drafts):
        sentence = draft.doc[draft.first].sent
        words = parsed.report.text[sentence.start_char : draft.count.start]
        first = index == 0 or drafts[index - 1].sentence != draft.sentence
        if not first or Happened.KILLED not in draft.happened:
            continue
        if _RAISED.search(words):
            _supersede_last(draft, drafts[:index])
        if not _EARLIER.search(words):
            continue
        for other in reversed(drafts[:index]):
            if draft.sentence - other.sentence > _NEAR or draft.count.best is None:
                break
            if (
                Happened.KILLED in other.happened
                and other.part_of is None
                and (other.count.best or 0) > draft.count.best
            ):
                other.supersedes = draft
                break


def _supersede_last(draft: Draft, before: Sequence[Draft]) -> None:
    """The ministry raised the toll to 22: what replaces the last, lower toll before it."""
    for other in reversed(before):
        if draft.sentence - other.sentence > _NEAR or draft.supersedes is not None or draft.count.best is None:
            return
        if Happened.KILLED in other.happened and other.part_of is None and (other.count.best or 0) > 1:
            if (other.count.best or 0) < draft.count.best:
                draft.supersedes = other
            return


def _find_times(parsed: Parsed, draft: Draft, times: Sequence[TimeExpression]) -> None:
    """Since when, or as of when, a figure holds, where its own clause says so with a date that is known."""
    text, sentence = parsed.report.text, draft.doc[draft.first].sent
    for time in times:
        if not sentence.start_char <= time.span.start < sentence.end_char or date_span(time.value) is None:
            continue
        if time.span.end <= draft.count.start:
            _open_with(draft, text[sentence.start_char : time.span.start], time)
            continue
        between = text[draft.count.end : time.span.start]
        if _OTHER_CLAUSE.search(between) or _has_subject(draft, time):
            return
        if draft.since is None and _SINCE.search(between):
            draft.since = time.value
        elif draft.as_of is None and _AS_OF.search(between):
            draft.as_of = time.value


def _open_with(draft: Draft, before: str, time: TimeExpression) -> None:
    """Since when or as of when, where the sentence opens with it ("As of 4 May, 312 people had died")."""
    if _SINCE_THEN.fullmatch(before):
        draft.since = draft.since or time.value
    if len(before) > _OPENING:
        return
    if _SINCE.search(before):
        draft.since = draft.since or time.value
    elif _AS_OF.search(before):
        draft.as_of = draft.as_of or time.value


def _has_subject(draft: Draft, time: TimeExpression) -> bool:
    """Whether somebody else begins to act between the figure and the time."""
    for token in draft.doc[draft.end + 1 : draft.doc[draft.first].sent.end]:
        if token.idx >= time.span.start:
            return False
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return True
    return False
