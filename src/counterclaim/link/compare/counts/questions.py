"""The question that two counts answer, as a reader would ask it, and the answers in a few words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.happening_words import GATHERINGS, NOUN
from counterclaim.link.compare.counts.happenings import Happening, happening_of, shared
from counterclaim.link.compare.counts.losses import Of
from counterclaim.link.compare.counts.matters import asked_for
from counterclaim.link.compare.counts.read import is_kind
from counterclaim.link.compare.counts.sizes import show, vague
from counterclaim.link.compare.counts.verdicts import of_two_sides
from counterclaim.link.compare.counts.where import where_between, where_of
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.times.words import day_in_words, sentence_at
from counterclaim.link.pile import Pile
from counterclaim.link.when import is_when_said, published
from counterclaim.records import Figure, Happened, Span
from counterclaim.records.timex import date_span

__all__ = ["answer", "intro", "question", "question_of_numbers", "where_of", "whom"]

#: Kinds of people whom a question calls as both reports do.
_BY_NAME = frozenset({"people", "troops", "medics", "children"})
#: Nouns that say no more of people than that they are some, or what became of them.
_NOBODY = frozenset(
    "people person other man men woman member body corpse victim dead death casualty name life soul individual human "
    "wounded injured injury fatality loss martyr number more".split()
)
#: Where the words for the counted end.
_END = re.compile(r",|\s(?:of|in|on|from|for|to|with|who|which|that|and|or|including)\s")
#: What leaves a number open, at its beginning.
_HEDGE = re.compile(
    r"(?:at least|at most|more than|less than|no (?:more|fewer|less) than|fewer than|over|under|above|below|nearly|"
    r"almost|up to|as many as|close to|about|around|some|roughly|approximately|an estimated|possibly|"
    r"well over|just over|just under)(?= \w)",
    re.I,
)
_OPEN = re.compile(r"(?:at least|more than|over|no fewer than|no less than)(?= \w)", re.I)
#: How much of a report is its headline, in characters.
_HEADLINE = 130
#: Words of harm.
_HARM = re.compile(
    r"\b(?:kill\w*|di(?:e[ds]?|ying)|dead|deaths?|wound\w*|injur\w*|hurt|arrest\w*|detain\w*|bomb\w*|shell\w*|shot|hit|"
    r"struck|fire[ds]?|fell|storm\w*|seized|captur\w*|taken|explo\w+|attack\w*|ambush\w*|drown\w*|sank|collaps\w+|target\w*|crash\w*)\b",
    re.I,
)
#: What is done by such means.
_BY_MEANS = frozenset({Happened.KILLED, Happened.INJURED, Happened.DESTROYED})
#: No more words than this stand for the counted in a question.
_WORDS = 3
#: The means, the one that tells most first.
_MEANS = {
    "gas": "by gas",
    "air": "by air strikes",
    "shelling": "by shelling",
    "bomb": "by a bomb",
    "ground": "in the fighting",
    "executed": "",
}


def question(pile: Pile, left: Count, right: Count, where: str) -> str:
    """ "How many workers were killed in the fire at the Orne mill?", "How many people were killed by shelling in Dorvik
    on 3 May 2021?" Where neither the happening nor its day is known, it is asked about what the reports of a day tell
    of."""
    told = left.matter if left.matter == right.matter else ""
    asked = f"How many {_called(pile, left, right)} {asked_for(told) if told else _befell(left)}"
    by, day = _by(left, right) if left.harm else "", _day(pile, left, right)
    if left.long:
        return " ".join(word for word in (asked, by, where) if word) + f", {_by_then(pile, left, right)}?"
    happening = None
    if left.harm:
        happening = shared(*(happening_of(pile, count.figure, count.twins) for count in (left, right)))
    reports = left.figure.report, right.figure.report
    happening = _told(happening, by, where, day)
    return _asked(pile, f"{asked} {'' if happening else by}".rstrip(), happening, (where, day, reports))


def question_of_numbers(pile: Pile, asked: str, left: Figure, right: Figure) -> str:
    """The question that two numbers of one report answer, from what is asked ("How many houses were destroyed"); empty
    where neither the happening nor its place or day is known."""
    days = {day for figure in (left, right) if (day := _own_day(pile, figure)) is not None}
    day = days.pop() if len(days) == 1 else None
    where = where_between(pile, left, right)
    happening = _told(shared(*(happening_of(pile, figure) for figure in (left, right))), "", where, day)
    return (
        _asked(pile, asked, happening, (where, day, (left.report, right.report))) if happening or where or day else ""
    )


def _told(happening: Happening | None, by: str, where: str, day: date | None) -> Happening | None:
    """What both numbers are of, if it says more than what is known without."""
    found = happening.without_setting() if happening is not None and where else happening
    if found is None or (found.bare and by not in {"", _MEANS["ground"]}):
        return None
    return found


def _asked(pile: Pile, asked: str, happening: Happening | None, at: tuple[str, date | None, tuple[str, str]]) -> str:
    """A question with the happening, the place and the day that it is of (`at`, with the reports of both numbers)."""
    where, day, reports = at
    when = f"on {day_in_words(day)}" if day else ""
    if happening is None:
        told_on = (
            "" if day else _told_on(pile, reports, f", in {'the attack' if ' by ' in asked else 'the events'} that")
        )
        return " ".join(word for word in (asked, where, when) if word) + f"{told_on}?"
    in_it = f"{'at' if happening.noun in GATHERINGS else 'in'} {happening.words}"
    if happening.places or happening.in_place or where.partition(" ")[2] in happening.words:
        where = ""
    when = when or ("" if happening.named else _told_on(pile, reports, "that"))
    return " ".join(word for word in (asked, in_it, where, when) if word) + "?"


def _day(pile: Pile, left: Count, right: Count) -> date | None:
    """The day on which a count's own clause sets what happened; else the one that its sentence names, but as the day on
    which it was said; else the one that both take from before. One that only the later of two takes may be told of what
    stands between them."""
    counts = left, right
    set_on = {day for count in counts if (day := _own_day(pile, count.figure)) is not None}
    if len(set_on) == 1:
        return set_on.pop()
    own = [c.day for c in counts if c.day and not c.scene.carried and not _only_said(pile, c.figure, c.day)]
    if own:
        return own[0]
    carried = left.day and right.day and all(count.scene.carried for count in counts)
    return left.day if carried and all(_is_day_of_harm(pile, c.figure, c.day) for c in counts if c.day) else None


def _is_day_of_harm(pile: Pile, figure: Figure, day: date) -> bool:
    """Whether the sentence from which a day was carried on to a figure tells of harm, as the figure does, and not of
    an inquiry or a truce."""
    text = pile.reports[figure.report].text
    before = [
        sentence_at(text, time.span.start, time.span.end).text
        for time in pile.annotations[figure.report].times
        if time.span.start < figure.span.start and (span := date_span(time.value)) is not None and span[0] == day
    ]
    return not before or any(NOUN.search(words) or _HARM.search(words) for words in before)


def _own_day(pile: Pile, figure: Figure) -> date | None:
    """The one day that a figure is set on."""
    span = date_span(figure.since) if figure.since and figure.since == figure.until else None
    day = span[0] if span and span[0] == span[1] else None
    return None if day is None or _only_said(pile, figure, day) else day


def _only_said(pile: Pile, figure: Figure, day: date) -> bool:
    """Whether a day is in a figure's sentence only that of somebody's saying so."""
    text = pile.reports[figure.report].text
    sentence = sentence_at(text, figure.span.start, figure.span.end)
    times = [
        time.span.start
        for time in pile.annotations[figure.report].times
        if sentence.covers(time.span) and (span := date_span(time.value)) is not None and span[0] == day
    ]
    return bool(times) and all(is_when_said(text, at) for at in times)


def _befell(count: Count) -> str:
    """What became of the counted, in a question."""
    tense = "have been" if count.long else "were"
    words = {Happened.OTHER: "there", Happened.PRESENT: "there"}.get(count.happened, count.happened.value)
    return f"{tense} {words}" if words != "there" else f"{'have there been' if count.long else 'were there'}"


def _by_then(pile: Pile, left: Count, right: Count) -> str:
    """ "in all, by 2 July 2016": what is added up over a long time is asked for as the last report has it."""
    days = [day for count in (left, right) if (day := published(pile, count.figure.report)) is not None]
    return f"in all, by {day_in_words(max(days))}" if days else "in all"


def _told_on(pile: Pile, told_in: tuple[str, str], that: str) -> str:
    """ "that reports of 2 July 2016 tell of": the first day on which both numbers were out."""
    reports = set(told_in)
    days = [day for report in reports if (day := published(pile, report)) is not None]
    if not days:
        return ""
    told, tell = ("a report", "tells") if len(reports) == 1 else ("reports", "tell")
    return f"{that} {told} of {day_in_words(max(days))} {tell} of"


def intro(left: Count, right: Count, where: str) -> str:
    """What both count, as the first reason."""
    days = sorted({count.day for count in (left, right) if count.day})
    on = f"on {' or '.join(day_in_words(day) for day in days)}" if days else ""
    befell = "" if left.happened in {Happened.OTHER, Happened.PRESENT} else left.happened.value
    words = [f"Both count {whom(left, right)} {befell}".rstrip(), where, on]
    return " ".join(word for word in words if word) + "."


def answer(count: Count) -> str:
    """ "at least 31 killed" """
    number = show(count.figure) if count.added else _as_told(count.figure, count.twins)
    if count.happened in {Happened.OTHER, Happened.PRESENT}:
        of = "people" if count.victims == "people" else count.figure.of or ""
        return f"{number} {of}".rstrip()
    return f"{number} {count.happened.value}"


def _as_told(figure: Figure, twins: Sequence[Span] = ()) -> str:
    """A number with the words that its report opens it with ("nearly", "up to"); that of a headline with those of the
    text below it."""
    if vague(figure) or figure.best is None:
        return show(figure)
    below = [twin.text for twin in twins if figure.span.end < _HEADLINE and twin.start > figure.span.start]
    for words, hedges in ((figure.span.text, _HEDGE), *((text, _OPEN) for text in below)):
        hedge = hedges.match(words)
        if hedge is not None:
            return f"{' '.join(hedge.group().lower().split())} {figure.best:,.0f}"
    return show(figure)


def whom(left: Count, right: Count) -> str:
    """Whom two counts count, in the plural."""
    kind = "people" if left.victims != right.victims else left.victims
    if kind == "troop":
        return "troops"
    return kind if is_kind(kind) else plural(kind)


def _called(pile: Pile, left: Count, right: Count) -> str:
    """Whom two counts count by the name that both reports give them ("miners"), else by their kind."""
    kind = whom(left, right)
    if of_two_sides(left, right):
        own = next(count for count in (left, right) if count.losses is not Of.ENEMY)
        noun = _noun(pile, own)
        return " ".join(noun) if noun and len(noun) <= _WORDS else kind if kind != "people" else own.victims
    one, other = (_noun(pile, count) for count in (left, right))
    if not left.harm or kind not in _BY_NAME:
        return kind
    if left.figure.report == right.figure.report:
        one, other = one or other if one is None else one, other or one if other is None else other
    if not one or not other or one[-1] != other[-1]:
        return kind
    return " ".join(one if one == other and len(one) <= _WORDS else one[-1:])


def _noun(pile: Pile, count: Count) -> list[str] | None:
    """What a count calls the counted, in the plural; nothing where it says that they are people, None where it does
    not say it."""
    figures = pile.annotations[count.figure.report].figures
    spans = {count.figure.span, *count.twins}
    for of in (count.figure.of, *(figure.of for figure in figures if figure.of and figure.span in spans)):
        words = _END.split(of or "")[0].split()
        if words and words[-1].isalpha():
            last = words[-1].lower()
            if head_noun(last) in _NOBODY:
                return []
            return [*words[:-1], plural(last)]
    return None


def plural(noun: str) -> str:
    """A noun in the plural, if it is not there already: "pupil" is "pupils", "soldiers" and "aircraft" stay."""
    if noun.endswith(("s", "men", "people", "children", "police", "personnel", "staff", "craft", "cattle", "crew")):
        return noun
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _by(left: Count, right: Count) -> str:
    """The means, where both tell of the same one, or one tells of one and the other of none."""
    if left.happened not in _BY_MEANS:
        return ""
    shared = left.deeds & right.deeds if left.deeds and right.deeds else left.deeds | right.deeds
    if left.deeds & right.deeds:
        return next((words for deed, words in _MEANS.items() if deed in shared), "")
    return _MEANS[min(shared)] if len(shared) == 1 else ""
