"""Whether two counts of a few short reports are two tolls of the one happening that all of these tell.

How likely two tellings are of one happening is read from the words, places and days they share (`link/incidents`).
Short reports share few: of some 60 contradicting tolls of such piles that were read as tolls of one harm, 36 were never
compared, and of those judged a conflict eight stayed below what is shown. What is known there counts instead: a few
reports of some days that are joined by names, each with one total of a harm and no sign of another happening.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from counterclaim.link.compare.counts.beside import sentence_around, words_around
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.happenings import happening_of, shared
from counterclaim.link.compare.counts.read import ALSO_PEOPLE, is_anybody, is_known
from counterclaim.link.compare.counts.sizes import size, vague
from counterclaim.link.compare.counts.verdicts import of_two_sides
from counterclaim.link.compare.counts.words import MORE
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.pairs import few_reports
from counterclaim.link.compare.places.words import sites_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.tellings import Telling
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, within
from counterclaim.records import EntityKind, Figure, Happened, Span

#: What befalls a number of people or things at once; arrests are made one day after another.
_AT_ONCE = frozenset({Happened.KILLED, Happened.INJURED, Happened.MISSING, Happened.CAPTURED, Happened.DESTROYED})
#: Reports of a few come out within so many days of each other.
_DAYS = 4
#: So many reports at least are joined by names, for another one to be of their story that names no place. Of 179 small
#: piles on one story each, 52 in a hundred have one such group and no other; of piles on eight stories, none.
_JOINED = 3
#: Names, those within a sentence, and words that are none, of which the first letters tell.
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{3,}")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]{3,}")
_LOWER = re.compile(r"(?<![\w’'-])[a-z]{4,}")
_STEM = 6
#: How much of what stands before a number is read, in characters.
_LEADING = 30
#: How near a number words say that it is of some of all, in characters.
_NEAR = 50
#: Words right before a number that take up people who were told of, or count on top of others, or one's own.
_TAKEN_UP = re.compile(
    r"\b(?:the|these|those|other|another|his|her|my|whose|except|but|besides|lost|loses?|losing|first|last)"
    r"(?: (?:only|just|about|some|at least|other|same|remaining|a further))*\s*$",
    re.I,
)
#: Words right behind a number of the same.
_OWN = re.compile(
    r"(?: others?\b|(?: [\w-]+)?, and (?:now|later|then)\b)|(?: [\w-]+)? of (?:his|her|its|their|our|my|the family)\b|"
    r"[^.;]*\b(?:rais|bring|tak|lift|push)ing\b",
    re.I,
)
_KIN = frozenset(
    "son daughter brother sister nephew niece cousin uncle aunt father mother parent wife husband grandson "
    "granddaughter grandchild relative sibling friend neighbour neighbor companion".split()
)
#: What of a toll was seen, found or named by then, or passed through one house.
_SOME = re.compile(
    r"\b(?:so far|latest|critical(?:ly)?|feared|identified|still (?:digging|searching|being|looking)|"
    r"by (?:dawn|noon|then|nightfall)|"
    r"hospitals?|clinics?|morgues?|mortuar(?:y|ies)|surgeons?|names? of|named)\b",
    re.I,
)
#: How much of what follows a number may say where it was, in characters.
_BEHIND = 60
#: Where something is set.
_SET_IN = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Tt]hroughout|[Ww]hole of)"
    r" (?:the (?:(?:whole|entire|wider) )?(?:province|region|district|country|state|area|county|north|south|east|"
    r"west)\b|"
    r"(?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)(?P<name>[A-Z][\w’'-]+))"
)
#: What is said to be of another time or happening.
_BEFORE = re.compile(
    r"\b(?:earlier|overnight|previous(?:ly)?|last (?:year|month|week)|a (?:week|month|year) (?:ago|before|earlier)|"
    r"neighbou?ring|elsewhere|another|separate|in (?:19|20)\d\d|since)\b",
    re.I,
)


def of_few(
    pile: Pile, told: Sequence[Telling], counts: Mapping[str, Sequence[Count]]
) -> Iterator[tuple[Telling, Telling]]:
    """Every two counts of one harm in two of a few reports of like date."""
    if not few_reports(pile):
        return
    here: dict[str, dict[Happened, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in told:
        for happened in dict.fromkeys(count.happened for count in counts[telling.record] if count.harm):
            here[telling.report][happened].append(telling)
    for left, right in combinations(here, 2):
        if within(days_apart_out(pile, left, right), _DAYS, unknown=False):
            for happened in sorted(here[left].keys() & here[right].keys()):
                yield from product(here[left][happened], here[right][happened])


def one_toll(pile: Pile, left: Count, right: Count, days: int | None) -> bool:
    """Whether two counts of two of a few reports are each the one total of a harm in the one happening that these tell.
    `days`: how many lie between the times that their words set them at, as far as these are known."""
    a, b = left.figure.report, right.figure.report
    if a == b or bool(days) or not few_reports(pile) or not within(days_apart_out(pile, a, b), _DAYS, unknown=False):
        return False
    if not _of_one_size(left, right) or not all(_is_total(pile, count) for count in (left, right)):
        return False
    return (
        pile.once(_Story, lambda: _Story(pile)).tells(a, b)
        and not _two_things(pile, left, right)
        and not _some(pile, left, right)
    )


def in_two_places(pile: Pile, left: Count, right: Count) -> bool:
    """Whether two of a few reports set their counts each in a place that the other does not name."""
    if left.figure.report == right.figure.report or not few_reports(pile):
        return False
    texts = [pile.reports[count.figure.report].text for count in (left, right)]
    near = [_up_to(text, count.figure.span) for text, count in zip(texts, (left, right), strict=True)]
    return all(_set_elsewhere(near[at], near[1 - at], texts[1 - at]) for at in (0, 1))


def _of_one_size(left: Count, right: Count) -> bool:
    """Whether both count the same people, or one counts all and the other more of a kind than that."""
    if of_two_sides(left, right):
        return True
    kinds = {_kind(count): size(count.figure) for count in (left, right)}
    if len(kinds) == 1:
        return True
    special = [kind for kind in kinds if kind not in ALSO_PEOPLE]
    return not special or (len(special) == 1 and kinds[special[0]] == max(kinds.values()))


def _kind(count: Count) -> str:
    """Whom a count counts: a kind of people, or a noun of its own ("firemen")."""
    noun = head_noun(count.figure.of or "people")
    own = count.victims == "people" and not is_anybody(count.figure) and not is_known(count.figure)
    return noun if own else count.victims


def _is_total(pile: Pile, count: Count) -> bool:
    """Whether a count is the one total that its report gives of a harm, by its words."""
    figure = count.figure
    if (
        count.happened not in _AT_ONCE
        or count.part
        or count.long
        or vague(figure)
        or count.nameless
        or size(figure) < 1
    ):
        return False
    if head_noun(figure.of or "") in _KIN or not _alone(pile, count):
        return False
    text, span = pile.reports[figure.report].text, figure.span
    before, after = text[max(0, span.start - _LEADING) : span.start], text[span.end : span.end + _LEADING * 2]
    if _TAKEN_UP.search(before) or _OWN.match(after) or MORE.search(words_around(figure, count.scene, 10, 8)):
        return False
    return not _BEFORE.search(sentence_around(pile, figure))


def _alone(pile: Pile, count: Count) -> bool:
    """Whether a report gives no other number of a harm, but for parts of this one and the same number again."""
    for other in pile.annotations[count.figure.report].figures:
        if other.id == count.figure.id or count.happened not in other.happened or _is_said_of(other, count.figure):
            continue
        return False
    return True


def _is_said_of(other: Figure, whole: Figure) -> bool:
    """Whether a figure is a part of another, or the same number told again."""
    return other.part_of == whole.id or size(other) == size(whole)


def _some(pile: Pile, left: Count, right: Count) -> bool:
    """Whether the lower of two numbers is, by its words, of some of all, and the higher is not."""
    low, high = sorted((left, right), key=lambda count: size(count.figure))
    near = [_SOME.search(words_around(count.figure, count.scene, _NEAR, _NEAR)) for count in (low, high)]
    return bool(near[0] and not near[1])


def _two_things(pile: Pile, left: Count, right: Count) -> bool:
    """Whether the words of two counts set them in two happenings or at two kinds of site."""
    happenings = [happening_of(pile, count.figure, count.twins) for count in (left, right)]
    if all(happenings) and shared(*happenings) is None:
        return True
    if left.deeds and right.deeds and left.deeds.isdisjoint(right.deeds):
        return True
    texts = [pile.reports[count.figure.report].text for count in (left, right)]
    near = [_up_to(text, count.figure.span) for text, count in zip(texts, (left, right), strict=True)]
    sites, all_sites = [sites_of(words) for words in near], [sites_of(text) for text in texts]
    if sites[0] and sites[1] and sites[0].isdisjoint(all_sites[1]) and sites[1].isdisjoint(all_sites[0]):
        return True
    return any(_set_elsewhere(near[at], near[1 - at], texts[1 - at]) for at in (0, 1))


def _up_to(text: str, span: Span) -> str:
    """The sentence of a number and the one before it."""
    return text[
        sentence_at(text, max(0, sentence_at(text, span.start, span.end).start - 2), span.start).start : span.end
        + _BEHIND
    ]


def _set_elsewhere(here: str, there: str, all_there: str) -> bool:
    """Whether the words around one number set it in places that the other's report does not name, though those around
    the other say too where it was."""
    names = {found for match in _SET_IN.finditer(here) if (found := match["name"])}
    return bool(names) and bool(_SET_IN.search(there)) and not any(name in all_there for name in names)


class _Story:
    """The reports of a small pile that are joined by the names they share, if there is but one such group of them, and
    those that name a place."""

    def __init__(self, pile: Pile) -> None:
        texts = {report: pile.reports[report].text for report in pile.annotations}
        states = {w for e in pile.entities.values() if e.kind is EntityKind.STATE for w in _stems(e.name)}
        small = {stem for text in texts.values() for stem in _small(text)} | states
        inside = {stem for text in texts.values() for found in _INSIDE.findall(text) for stem in _stems(found)}
        named = {report: frozenset(_stems(text)) & inside - small for report, text in texts.items()}
        self._groups = [group for group in _joined(named) if len(group) > 1]
        enough = len(self._groups) == 1 and len(self._groups[0]) >= min(_JOINED, len(texts))
        self._only = self._groups[0] if enough else frozenset()
        self._placed = {report for report, found in pile.annotations.items() if found.places}

    def tells(self, left: str, right: str) -> bool:
        """Whether two reports are of one story: both joined by names, or one, and the other names no place."""
        if any(left in group and right in group for group in self._groups):
            return True
        return any(one in self._only and other not in self._placed for one, other in ((left, right), (right, left)))


def _stems(text: str) -> Iterator[str]:
    """The names in a text, as far as they are told apart by their first letters."""
    return (word[:_STEM].lower() for word in _CAPITAL.findall(text))


def _small(text: str) -> Iterator[str]:
    return (word[:_STEM] for word in _LOWER.findall(text))


def _joined(named: Mapping[str, frozenset[str]]) -> list[frozenset[str]]:
    """The reports in groups that share names."""
    groups: list[tuple[frozenset[str], frozenset[str]]] = []
    for report, names in named.items():
        met = [group for group in groups if group[1] & names]
        groups = [group for group in groups if not group[1] & names]
        groups.append((frozenset({report}.union(*(g[0] for g in met))), names.union(*(g[1] for g in met))))
    return [reports for reports, _ in groups]
