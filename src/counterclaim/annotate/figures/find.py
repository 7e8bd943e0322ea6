"""From the counts of a sentence to figures: what belongs, of whom, what happened, and how they hang together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from counterclaim.annotate.figures.alone import told_alone
from counterclaim.annotate.figures.counted import (
    Counted,
    counted_after,
    is_arm_or_attack,
    is_person,
    is_thing,
    singular,
)
from counterclaim.annotate.figures.counts import Count, find_counts, find_members
from counterclaim.annotate.figures.dating import find_days
from counterclaim.annotate.figures.draft import Draft
from counterclaim.annotate.figures.happened import happened_to, words_before
from counterclaim.annotate.figures.lexicon import BUILDINGS, FATES
from counterclaim.annotate.figures.numbered import numbered, tells_members
from counterclaim.annotate.figures.numerals import NUMBER
from counterclaim.annotate.figures.parts import some_of
from counterclaim.annotate.figures.relations import relate
from counterclaim.annotate.figures.resumed import resumed
from counterclaim.annotate.figures.victims import VICTIM, single_victims
from counterclaim.annotate.names.words import REPORTING
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Figure, Happened, TimeExpression, content_id

_PARTITIVE = frozenset({Happened.KILLED, Happened.INJURED, Happened.CAPTURED, Happened.ARRESTED})
#: What also happens to things: "seized a number of …" does not say that they are persons.
_SEIZED = frozenset({Happened.CAPTURED, Happened.RELEASED, Happened.OTHER})
#: What says of one of several, or of a single person, nothing that news counts.
_IDLE = frozenset({Happened.PRESENT, Happened.DEPLOYED, Happened.DISPLACED, Happened.OTHER})
#: "All of them are under 18", "those over sixty": an age.
_BE = frozenset("be is are was were been being all both those them whom aged".split())
_UNDER = frozenset({"under", "below", "over", "above"})
#: What falls or is fired.
_AMMUNITION = frozenset("bomb shell rocket missile grenade torpedo mortar warhead round shot".split())
_MOST_OF_SHARE = 100
#: What says that it is one and no more; and what says before it that it is none ("without a single loss").
_SINGLE = frozenset({"single", "lone"})
_WITHOUT = frozenset("without never nor neither hardly".split())
#: So many things at most are known ones, behind an article or one of these words.
_KNOWN_TO = 20
_KNOWN = frozenset("past last top bottom first next other each all".split())
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_GIVEN = re.compile(
    r"\b(?:put|puts|stood|stands?|number|toll|total|count|figure|estimate[ds]?|gave|given)\b", re.IGNORECASE
)
#: "Four in five of the inhabitants": a share.
_SHARE = re.compile(
    rf"\b{NUMBER}\s+(?:in|out\s+of|of\s+every)\s+(?:every\s+)?{NUMBER}\s+"
    r"(?:of|electors|voters|people|residents|inhabitants|children|households|families)\b"
    rf"|\b{NUMBER}\s+in\s+(?:ten|10|a\s+hundred|100)\s+\w",
    re.IGNORECASE,
)
_RETELLING = frozenset("relate assure recount recall tell".split())
#: What happens to persons alone: "captured three villages" and "freed two towns" are no figures.
_PERSONAL = frozenset({Happened.CAPTURED, Happened.RELEASED, Happened.ARRESTED, Happened.PRESENT, Happened.MISSING})


def find_figures(parsed: Parsed, times: Sequence[TimeExpression]) -> list[Figure]:
    """The counts of a report in the order of the text, with their bounds, what is counted and what happened.

    `times` are those of the same report: what stands in them counts nothing. Whose claim a figure is, on which
    side and by whom, is left open.
    """
    drafts = [
        draft for number, sentence in enumerate(parsed.sentences) for draft in _drafts(parsed, sentence, number, times)
    ]
    relate(parsed, drafts, times)
    some_of(parsed.report.text, drafts)
    kept = [draft for draft in drafts if _belongs(draft)]
    find_days(parsed, kept, times)
    for draft in kept:
        draft.part_of = draft.part_of if draft.part_of in kept else None
        draft.supersedes = draft.supersedes if draft.supersedes in kept else None
    found = [_record(parsed, draft) for draft in kept]
    names = {figure.id for figure in found if (figure.of or "").endswith("names") and not figure.part_of}
    again = resumed(parsed.report, [figure for figure in found if figure.id not in names], times)
    known = {figure.id for figure in again}  # names on a list, by what became of those who are on it
    return sorted([*again, *(f for f in found if f.id not in known)], key=lambda figure: figure.span.start)


def _drafts(parsed: Parsed, sentence: Tokens, number: int, times: Sequence[TimeExpression]) -> list[Draft]:
    """The counts of one sentence that count something, in order."""
    doc = parsed.doc
    drafts = []
    text = parsed.report.text
    shares = [share.span() for share in _SHARE.finditer(text, sentence.start_char, sentence.end_char)]
    for count in find_counts(text, sentence.start_char, sentence.end_char):
        if any(start <= count.number < end for start, end in shares) and (count.best or 0) <= _MOST_OF_SHARE:
            continue
        if any(time.span.start < count.end and count.number < time.span.end for time in times):
            continue
        tokens = doc.char_span(count.start, count.end, alignment_mode="expand")
        if tokens is None:
            continue
        counted = counted_after(doc, tokens.end - 1, sentence.end, count.best)
        if counted is not None and not _is_none(doc, tokens.start):
            drafts.append(_draft(doc, number, count, tokens.start, tokens.end - 1, counted))
    for count, start, end in find_members(text, sentence.start_char, sentence.end_char):
        tokens, body = (doc.char_span(*at, alignment_mode="expand") for at in ((count.start, count.end), (start, end)))
        if tokens is not None and body is not None:
            draft = Draft(doc, number, count, tokens.start, tokens.start, Counted(body[-1], body.start, body.end - 1))
            draft.happened, draft.sure = (Happened.OTHER,), True
            drafts.append(draft)
    for count, article, counted in single_victims(sentence):
        drafts.append(_draft(doc, number, count, article, article, counted))
    return sorted(drafts, key=lambda draft: draft.count.start)


def _is_none(doc: Doc, first: int) -> bool:
    """Whether the words before a number leave nobody: "no one", "not one person", "none of the 30"."""
    before = [token.lower_ for token in doc[max(doc[first].sent.start, first - 3) : first]]
    if doc[first : first + 2].text.lower() == "a single":
        denied = any(c.dep_ == "neg" for c in _verb_of(doc[first]).children)
        if denied or any(t.lower_ in _WITHOUT for t in doc[max(doc[first].sent.start, first - 6) : first]):
            return True  # "did not fire a single round"
    return before[-1:] in (["no"], ["not"], ["nor"]) or before[:1] == ["none"]


def _verb_of(token: Token) -> Token:
    """The nearest verb above a token; where there is none, the root of its sentence."""
    return next((above for above in token.ancestors if above.pos_ == "VERB"), token.sent.root)


def _draft(doc: Doc, sentence: int, count: Count, first: int, last: int, counted: Counted) -> Draft:
    draft = Draft(doc, sentence, count, first, last, counted)
    draft.happened, draft.sure = happened_to(doc, first, last, counted)
    # "A craft with a crew of seventeen blew up": what became of it need not have happened to them.
    untold = not draft.happened or tells_members(doc, first)
    if untold and draft.is_bare and not counted.anaphor and (said := numbered(doc, first, last)):
        draft.counted, draft.happened = said
        draft.sure = True
    if not draft.happened and draft.is_bare and not counted.anaphor:
        draft.happened = told_alone(doc, first, last, count.best if count.best is not None else count.low)
        draft.sure = bool(draft.happened)
    return draft


def _belongs(draft: Draft) -> bool:
    """Whether a draft counts people, weapons or attacks in an event; settles what "other" is."""
    noun = draft.counted.noun
    if _speaks(draft) or _is_idle(draft) or _is_age_or_hour(draft):
        return False
    if noun is None:
        return _belongs_alone(draft)
    if draft.count.best == 1 and singular(noun) == "family":
        return False  # "six civilians of one family"
    person, arm = is_person(noun), is_arm_or_attack(noun)
    whole = float(draft.count.best or draft.count.low or draft.count.high or 0).is_integer()
    thing = not (person or arm) and whole and is_thing(noun) and not _is_known(draft)
    if not (person or arm) and draft.doc[draft.last].lower_ in _SINGLE and singular(noun) not in BUILDINGS:
        return False  # "29 people in a single district"
    if not (person or arm) and draft.doc[draft.first : draft.last + 1].text.lower() == "a pair of":
        return False  # "a pair of gloves"
    if draft.happened and not person:
        if arm and draft.happened[0] not in {Happened.DEPLOYED, Happened.DESTROYED, Happened.OTHER}:
            draft.happened = ()
        elif _PERSONAL.intersection(draft.happened) and not noun.text[0].isupper():
            if not thing:
                return False
            held = Happened.ARRESTED in draft.happened  # nothing but people is
            draft.happened = FATES.get(singular(noun)) or (Happened.ARRESTED if held else Happened.OTHER,)
    article = draft.doc[draft.first].tag_ == "DT" and draft.first == draft.last
    if article and draft.count.best == 1 and not VICTIM.intersection(draft.happened):
        return False
    if draft.count.best == 1 and draft.last + 1 < len(draft.doc) and draft.doc[draft.last + 1].lower_ == "of":
        return bool(_PARTITIVE.intersection(draft.happened)) and person  # "one of its centres" is no count
    if not draft.happened:
        draft.happened = (Happened.OTHER,)
        single = (person or arm) and (draft.doc[draft.last].lower_ in _SINGLE or _is_one_shot(draft))
        return (person or arm or thing) and (draft.count.best != 1 or single) and not _is_a_few(draft)
    return True


def _is_known(draft: Draft) -> bool:
    """Whether things are spoken of that are known already ("the two bases", "the past nine contests"), or far too many
    to be counted ("thousands of emails")."""
    before = draft.doc[max(draft.doc[draft.first].sent.start, draft.first - 2) : draft.first]
    known = any(token.tag_ in {"DT", "PDT", "PRP$"} or token.lower_ in _KNOWN for token in before[-2:])
    return (known and (draft.count.best or 0) <= _KNOWN_TO) or (draft.count.best is None and draft.count.approximate)


def _is_one_shot(draft: Draft) -> bool:
    """Whether what falls or is fired is counted: "one bomb was dropped", not "one shell hole"."""
    noun = draft.counted.noun
    if noun is None or draft.doc[draft.last].lower_ not in {"one", "1"} or singular(noun) not in _AMMUNITION:
        return False
    before, after = draft.doc[max(0, draft.first - 1)], draft.doc[noun.i + 1 : noun.i + 2]
    falls = bool(after) and (after[0].pos_ in {"VERB", "AUX"} or after[0].tag_ == "VBD")
    return draft.last + 1 == noun.i and (falls or (before.pos_ == "VERB" and before.i < draft.first))


def _is_idle(draft: Draft) -> bool:
    """Whether one of several is told of rather than counted: "one of whom limped", "one of those who fled", "the one
    woman who lived"."""
    if draft.count.best != 1:
        return False
    some = draft.counted.anaphor or draft.doc[draft.last : draft.last + 3].text.lower().endswith(
        ("of those", "of these")
    )
    idle = _IDLE.issuperset(draft.happened)
    return (some and (idle or (not draft.sure and not VICTIM.intersection(draft.happened)))) or (
        draft.happened == (Happened.PRESENT,)
    )


def _is_age_or_hour(draft: Draft) -> bool:
    """Whether a number that stands alone tells an age ("nine who are under eighteen") or an hour ("at 1015")."""
    doc, first = draft.doc, draft.first
    if not draft.is_bare or draft.counted.anaphor or first == doc[first].sent.start:
        return False
    if doc[first].lower_ in _UNDER and doc[first - 1].lower_ in _BE:
        return draft.last + 1 >= len(doc) or doc[draft.last + 1].pos_ in {"PUNCT", "CCONJ", "SPACE"}
    at_hour = doc[first - 1].lower_ == "at" and first == draft.last and _CLOCK.fullmatch(doc[first].text)
    return bool(at_hour) and not _GIVEN.search(words_before(doc, first))


def _speaks(draft: Draft) -> bool:
    """Whether those who are counted are only asked: "two diplomats said", "one of them told", "according to two"."""
    noun = draft.counted.noun
    dead = noun is not None and Happened.KILLED in FATES.get(singular(noun), ())
    if draft.sure or dead or (noun is not None and not (is_person(noun) or is_thing(noun))):
        return False
    root = draft.doc[draft.first : draft.end + 1].root
    head = root.head
    if root.dep_ == "pobj":
        return head.lower_ == "to" and head.i > head.sent.start and head.nbor(-1).lower_ == "according"
    if any(child.dep_ == "nsubj" and root.i < child.i < head.i for child in head.children):
        return False  # "five of them in the capital, officials said"
    return root.dep_ == "nsubj" and head.pos_ == "VERB" and head.lemma_.lower() in REPORTING | _RETELLING


def _belongs_alone(draft: Draft) -> bool:
    """Whether a number without a noun counts those who were told of before it."""
    if draft.happened and draft.happened != (Happened.PRESENT,):
        return not (_is_a_few(draft) and _SEIZED.issuperset(draft.happened))
    goes_on = draft.counted.anaphor and draft.doc[draft.counted.last].lower_ == "others" and draft.of is not None
    if draft.counted.anaphor and _acts(draft):
        goes_on = True
    if draft.sure or goes_on or draft.part_of is not None:
        draft.happened = draft.happened or (Happened.OTHER,)
        return True
    return False


def _acts(draft: Draft) -> bool:
    """Whether "fourteen others" or "24 more" are the subject of a sentence of their own."""
    noun = draft.doc[draft.counted.last]
    if noun.i + 1 < len(draft.doc) and noun.nbor(1).lower_ == "than":
        return False
    return noun.lower_ in {"others", "more"} and any(
        token.dep_ in {"nsubj", "nsubjpass"} and token.head.pos_ in {"VERB", "AUX"} and draft.count.best != 1
        for token in draft.doc[draft.first : draft.end + 1]
    )


def _is_a_few(draft: Draft) -> bool:
    return draft.count.approximate and draft.count.best is None and (draft.count.low or 0) < 10


def _record(parsed: Parsed, draft: Draft) -> Figure:
    report, count = parsed.report.id, draft.count
    return Figure(
        id=_id(parsed, draft),
        report=report,
        statement=None,
        claim=None,
        span=parsed.span(count.start, count.end),
        low=count.low,
        best=count.best,
        high=count.high,
        approximate=count.approximate,
        of=draft.of,
        happened=draft.happened,
        since=draft.since,
        until=draft.until,
        as_of=draft.as_of,
        part_of=None if draft.part_of is None else _id(parsed, draft.part_of),
        supersedes=None if draft.supersedes is None else _id(parsed, draft.supersedes),
    )


def _id(parsed: Parsed, draft: Draft) -> str:
    span = parsed.span(draft.count.start, draft.count.end)
    return content_id("figure", parsed.report.id, span.start, span.end)
