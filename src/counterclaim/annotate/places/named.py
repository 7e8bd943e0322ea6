"""Which words of a report name a place.

A name is a place where the report's names were judged to be one by vote (`annotate/names`). A small model takes towns
it has never met for people and organisations: such a name, and one it overlooked, is a place too where it stands
like one ("in X", "X province") and the gazetteer has a place of that name in a country the report speaks of. Whoever
bears a title is nobody's town.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from spacy.tokens import Doc, Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.names.cluster import Cluster
from counterclaim.annotate.names.find import Found
from counterclaim.annotate.names.words import LOCATIVE, OFFICE_PARTS, OFFICES, ORGANIZATION_WORDS, PLACE_WORDS
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named
from counterclaim.records import EntityKind


class Extent(StrEnum):
    """What the words around a name say is meant: the town itself, the province called so, a region that may be it, what
    lies around the town, or a part of some town."""

    TOWN = "town"
    PROVINCE = "province"
    REGION = "region"
    AROUND = "around"
    PART = "part"


_PROVINCES = frozenset(
    """province provinces governorate governorates state states county counties oblast oblasts prefecture prefectures
    canton cantons voivodeship""".split()
)
_REGIONS = frozenset({"region", "regions"})
_AROUND = frozenset(
    """countryside suburb suburbs outskirts area areas vicinity environs surroundings
    desert mountains hills plain valley border""".split()
)
_PARTS = frozenset(
    """neighborhood neighborhoods neighbourhood neighbourhoods quarter quarters street streets square squares mosque
    church hospital school roundabout bridge market road roads district districts""".split()
)
#: What stretches too far to be where the places named beside it are.
_WIDE = frozenset("river sea ocean gulf mountains desert highway border valley".split())
_TOWNS = frozenset("city cities town towns village villages township hamlet capital port settlement".split())
_KINDS = PLACE_WORDS | _PROVINCES | _REGIONS | _AROUND | _TOWNS | _PARTS
#: Words that stand beside much else than a place ("school of medicine", "X Hospital").
_OFTEN_NONE = frozenset(
    "capital port settlement settlements school hospital church mosque market road roads bridge".split()
)
_EXTENTS = {Extent.PROVINCE: _PROVINCES, Extent.REGION: _REGIONS, Extent.PART: _PARTS, Extent.AROUND: _AROUND}
#: Verbs for what is done to a place, after which a name that the gazetteer has is one.
_DONE_TO_PLACES = frozenset(
    """seize take capture recapture retake enter leave reach attack hit shell bomb bombard strike storm besiege raid
    pound target control liberate occupy invade evacuate approach overrun visit encircle""".split()
)
_COMPASS = frozenset(
    """north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western
    upper lower old rural greater downtown middle far mid""".split()
)
#: Words that put one place in or beside another ("X, just west of Y"), and those that may stand with them.
PLACING = frozenset("in of near outside around at from".split())
FILLING = (
    _KINDS | _COMPASS | frozenset("the a an , just small located 's ’s opposition rebel government held -".split())
)
_LOCATIVE = LOCATIVE | {"from", "over", "besieged", "nearby", "via", "between", "against", "within", "leaving"}
_NEAR_BY = frozenset("in at near around outside inside nearby besieged".split())
_JOINERS = frozenset({"-", "–", "al", "el", "ez", "es", "as", "ash", "an", "ar", "az", "ad"})
#: spaCy's labels of places.
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: spaCy's labels of what is no name, and what it calls a date because it is one.
_NO_NAMES = frozenset("CARDINAL ORDINAL QUANTITY PERCENT MONEY".split())
_POSTS = OFFICES | OFFICE_PARTS
_CALENDAR = frozenset({*calendar.day_name, *calendar.month_name, *calendar.month_abbr} - {""})
#: A name that was overlooked has no more words than this ("Ma'arrat al - Numan" has four).
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A place named at tokens `start` to `end` (exclusive).

    `name` is what is looked up; `country` is set where it is a country; `placed` says that it stands like a place,
    `local` that a word for one stands beside it or "in" before it; `inside` are the countries that its own phrase puts
    it in.
    """

    start: int
    end: int
    name: str
    extent: Extent
    placed: bool
    country: Country | None = None
    inside: frozenset[str] = frozenset()
    local: bool = False


def named_places(
    parsed: Parsed, names: Names, knows: Callable[[str], bool], knows_well: Callable[[str], bool]
) -> list[Named]:
    """The places that a report names, in order. `knows` tells whether the gazetteer has a name in the countries that
    the report speaks of, `knows_well` whether this is a city."""
    places = {item.name for group in names.clusters for item in group.found if group.kind is EntityKind.PLACE}

    def alone(name: str) -> bool:
        return (name in places or knows_well(name)) and knows(name)

    found = [named for group in names.clusters for named in _of_cluster(names, group, knows, alone)]
    taken = {i for group in names.clusters for item in group.found for i in range(item.start, item.end)}
    for sentence in parsed.sentences:
        end = sentence.start
        for token in sentence:
            if token.i in taken or token.i < end or not token.text[:1].isupper():
                continue
            entity = names.at(token)  # a single word that was found to name an entity once more
            if entity is not None and names.entities[entity].kind is EntityKind.PLACE:
                placed = _placed(parsed.doc, token.i, token.i + 1)
                named: Named | None = _named(names, token.i, token.i + 1, token.text, placed)
            else:
                named = _overlooked(names, token.i, sentence.end, knows)
            if named is not None:
                found.append(named)
                end = named.end
    return sorted(found, key=lambda named: (named.start, named.end))


def named_again(parsed: Parsed, names: Names, before: Collection[Named], meant: Collection[str]) -> list[Named]:
    """The other mentions of names that were found to mean a place (`meant`): where they do not stand like one."""
    taken = {i for named in before for i in range(named.start, named.end)}
    found = [
        _named(names, item.start, item.end, item.name, False)
        for group in names.clusters
        for item in group.found
        if item.name in meant and item.start not in taken and group.country is None
    ]
    taken |= {i for group in names.clusters for item in group.found for i in range(item.start, item.end)}
    first = {name.split()[0]: name for name in sorted(meant, key=len)}  # the longest of those that begin alike
    for sentence in parsed.sentences:
        for token in sentence:
            name = first.get(token.text)
            end = token.i + 1 if name == token.text else token.i + (len(name.split()) if name else 0)
            same = name is not None and parsed.doc[token.i : end].text == name
            if same and name and taken.isdisjoint(range(token.i, end)) and token.pos_ in {"PROPN", "NOUN"}:
                found.append(_named(names, token.i, end, name, False))
    return found


def _of_cluster(
    names: Names, group: Cluster, knows: Callable[[str], bool], alone: Callable[[str], bool]
) -> Iterator[Named]:
    """The places among the mentions of one name."""
    doc = names.parsed.doc
    seen_as_place = any(item.label in _PLACE_LABELS for item in group.found)

    def sure(named: Named) -> bool:
        """Whether a name is some spot's without a word beside it: "attacks on X", and spaCy takes it for a place."""
        return seen_as_place and named.placed and not (named.start and doc[named.start - 1].lower_ == "the")

    for item in group.found:
        placed = _placed(doc, item.start, item.end)
        if group.country is not None:
            if not item.demonym:
                yield Named(item.start, item.end, item.name, Extent.TOWN, True, item.country)
        elif _says_nothing(item.name) or _is_body(item):
            continue  # "the West"
        elif group.kind is EntityKind.PLACE:
            placed = placed or _done_to(doc[item.start : item.end].root)
            first, _, rest = item.name.partition(" ")
            if not rest or knows(item.name) or (first.lower() in _COMPASS and knows(rest)):
                named = _named(names, item.start, item.end, item.name, placed)
                yield replace(named, local=named.local or sure(named))
            else:
                parts = _parts(names, item, placed, alone)
                yield from (replace(part, local=part.local or sure(part)) for part in parts)
        elif (
            _may_be_town(group)
            and not item.name.isupper()
            and not _belongs_to_next(doc, item.start, item.end)
            and ((_listed(doc, item, placed) and knows(item.name)) or _is_called_place(doc, item.start, item.end))
        ):
            yield _named(names, item.start, item.end, item.name, placed)


def _is_called_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the word beside a name says that it is that of a village or quarter: "the village of X", "X district"."""
    spots = (_TOWNS | _PARTS) - _OFTEN_NONE
    words = {token.lower_ for token in doc[start:end]}
    after = end < len(doc) and doc[end].lower_ in spots and not doc[end].is_sent_start
    of = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in spots
    return (after or of) and not words & (ORGANIZATION_WORDS | _POSTS) and doc[end - 1].text[:1].isupper()


def _may_be_town(group: Cluster) -> bool:
    """Whether a name is nobody's who has a title, or yet stands like a place as often."""
    return not group.titles or group.votes[EntityKind.PLACE] >= group.votes[EntityKind.PERSON]


def _belongs_to_next(doc: Doc, start: int, end: int) -> bool:
    """Whether a word only begins a longer name ("Prime" Minister), or says of what people something is ("Arab")."""
    root = doc[start:end].root
    kind = end < len(doc) and doc[end].lower_ in _KINDS
    longer = root.dep_ in {"compound", "nmod"} and root.head.i >= end and root.head.text[:1].isupper()
    return not kind and (longer or (root.pos_ == "ADJ" and root.dep_ == "amod"))


def _is_body(item: Found) -> bool:
    """Whether a long name has a word for a body in it."""
    return item.end - item.start > 2 and bool(ORGANIZATION_WORDS.intersection(item.name.lower().split()))


def _says_nothing(name: str) -> bool:
    return all(word in _COMPASS | _KINDS for word in name.lower().split())


def _parts(names: Names, item: Found, placed: bool, alone: Callable[[str], bool]) -> Iterator[Named]:
    """The names that ran together in one where a comma was lost ("Garissa and Lamu Wajir"): those that are known to
    stand alone, and the rest between them."""
    doc = names.parsed.doc
    cuts, i = {item.start, item.end}, item.start
    while i < item.end:
        ends = (end for end in range(item.end, i, -1) if end - i < item.end - item.start)
        found = next((end for end in ends if _is_whole(doc, i, end, item.end) and alone(doc[i:end].text)), None)
        cuts |= {i, found} if found is not None else set()
        i = found if found is not None else i + 1
    for start, end in pairwise(sorted(cuts)):
        while start < end and doc[start].lower_ in {"and", ","}:
            start += 1
        while start < end and doc[end - 1].lower_ in {"and", ","}:
            end -= 1
        if len(cuts) == 2:
            yield _named(names, start, end, item.name, placed)
        elif start < end and not _says_nothing(doc[start:end].text):
            yield _named(names, start, end, doc[start:end].text, placed)


def _is_whole(doc: Doc, start: int, end: int, limit: int) -> bool:
    """Whether a part of a name may be a name of its own, not torn from what stands before or after it."""
    begins = doc[start].text[:1].isupper() or doc[start].text[:3] in {"al-", "el-"}
    torn = start > 0 and doc[start - 1].text in {"-", "–", "al", "al-", "el-"}
    return begins and not torn and doc[end - 1].text[:1].isupper() and not _is_torn(doc, end, limit)


def _is_torn(doc: Doc, end: int, limit: int) -> bool:
    """Whether a name that ended here would be torn ("Bab" of "Bab al-Nasr")."""
    return end < limit and (doc[end].lower_ in _JOINERS or doc[end].text[:3] in {"al-", "el-"})


def _listed(doc: Doc, item: Found, placed: bool) -> bool:
    """Whether a name stands like a place, or in a list after one that does."""
    root = doc[item.start : item.end].root
    placed = placed or _done_to(root)
    while not placed and root.dep_ in {"conj", "appos"}:
        root = root.head
        placed = _placed(doc, root.left_edge.i if root.pos_ == "PROPN" else root.i, root.i + 1) or _done_to(root)
    return placed


def _done_to(root: Token) -> bool:
    return root.dep_ == "dobj" and root.head.lemma_ in _DONE_TO_PLACES


def _overlooked(names: Names, start: int, limit: int, knows: Callable[[str], bool]) -> Named | None:
    """A run of capitalised words at `start` that is in no name and stands like a place the gazetteer has."""
    doc = names.parsed.doc
    if names.at(doc[start]) or not _begins(doc[start]) or not _may_be_placed(doc, start, limit):
        return None
    end = start
    ends = []
    while end < min(limit, start + _LONGEST) and not names.at(doc[end]) and _goes_on(doc, start, end):
        end += 1
        if doc[end - 1].text[:1].isupper() and not _is_torn(doc, end, limit):
            ends.append(end)
    for end in reversed(ends):
        text = doc[start:end].text
        placed = _placed(doc, start, end) or _done_to(doc[start:end].root)
        if (
            placed
            and not _belongs_to_next(doc, start, end)
            and not _says_nothing(text)
            and doc[end - 1].lower_ not in _KINDS
            and (knows(text) or _is_called_place(doc, start, end))
        ):
            return _named(names, start, end, text, True)
    return None


def _begins(token: Token) -> bool:
    if token.pos_ not in {"PROPN", "NOUN", "ADJ"} or token.is_stop or token.lower_ in _POSTS:
        return False
    torn = token.i > 0 and token.nbor(-1).text in {"-", "–"} and not token.nbor(-1).whitespace_
    return not torn and token.ent_type_ not in _NO_NAMES and token.text not in _CALENDAR


def _goes_on(doc: Doc, start: int, i: int) -> bool:
    token = doc[i]
    return i == start or token.text[:1].isupper() or token.lower_ in _JOINERS or token.text.startswith(("al-", "el-"))


def _suffixed(doc: Doc, start: int, limit: int) -> bool:
    return any(token.lower_ in _KINDS for token in doc[start + 1 : min(limit, start + _LONGEST + 1)])


def _may_be_placed(doc: Doc, start: int, limit: int) -> bool:
    governor = doc[start - 1] if start else None
    done = governor is not None and governor.lemma_ in _DONE_TO_PLACES
    return done or _prefixed(doc, start) or _suffixed(doc, start, limit)


def _prefixed(doc: Doc, start: int) -> bool:
    """Whether a word before says that this is where something is: "in X", "near the town of X", "province of X"."""
    i = start - 1
    if i > 0 and doc[i].lower_ == "of" and doc[i - 1].lower_ in _COMPASS:
        return True
    kind = False
    while i >= 0 and not doc[i + 1].is_sent_start and (doc[i].lower_ in _KINDS | _COMPASS | {"the", "of"}):
        kind = kind or doc[i].lower_ in _KINDS
        i -= 1
    if kind:
        return True
    if i == start - 1:  # past adjectives: "in rebel-held X"
        edge = doc[start].left_edge.i if doc[start].dep_ != "conj" else start
        i = edge - 1 if start - _LONGEST <= edge < start else i
    return i >= 0 and not doc[i + 1].is_sent_start and doc[i].lower_ in _LOCATIVE


def _placed(doc: Doc, start: int, end: int) -> bool:
    after = doc[end] if end < len(doc) else None
    kind = after is not None and not after.is_sent_start and after.lower_ in _KINDS
    return kind or (end - start > 1 and doc[end - 1].lower_ in _KINDS) or _prefixed(doc, start)


def _named(names: Names, start: int, end: int, name: str, placed: bool) -> Named:
    """A place with what its phrase says of it. Words for its kind at its ends are no part of what is looked up."""
    doc = names.parsed.doc
    if country := country_named(name):
        return Named(start, end, country.name, Extent.TOWN, True, country)
    words = name.split()
    extent = _extent(doc, start, end)
    while len(words) > 1 and words[-1].lower() in _PROVINCES | _REGIONS | _AROUND | _TOWNS:
        last = words.pop().lower()
        extent = next((e for e, kinds in _EXTENTS.items() if last in kinds), extent)
    bare = " ".join(words)
    return Named(start, end, bare, extent, placed, None, _inside(names, start, end), _local(doc, start, end))


def _local(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is surely that of some spot. Towns take no article, so that "in the X" says less than "in X"."""
    beside = {doc[end - 1].lower_, doc[end].lower_ if end < len(doc) else ""}
    if beside & _WIDE:
        return False
    of_kind = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _KINDS - _WIDE
    return bool(beside & _KINDS) or of_kind or (start > 0 and doc[start - 1].lower_ in _NEAR_BY)


def _extent(doc: Doc, start: int, end: int) -> Extent:
    """What "province", "countryside" and the like say that stand after a name, or before it with "of"."""
    i = end
    while i < len(doc) and not doc[i].is_sent_start and doc[i].lower_ in _COMPASS | {"'s", "’s", "and", "'", "s"}:
        i += 1
    words = [doc[i].lower_] if i < len(doc) and doc[i].dep_ != "compound" else []  # not "X state television"
    if start > 1 and doc[start - 1].lower_ == "of":
        words.append(doc[start - 2].lower_)
    return next((extent for extent, kinds in _EXTENTS.items() if kinds.intersection(words)), Extent.TOWN)


def _inside(names: Names, start: int, end: int) -> frozenset[str]:
    """The countries that stand in one phrase with a name: "Lebanon's X", "the Lebanese town of X", "X, Lebanon"."""
    doc = names.parsed.doc
    found = set()
    i = start - 1
    while i >= max(0, start - 5) and not doc[i + 1].is_sent_start:
        if country := names.country_at(doc[i]):
            found.add(country.code)
            break
        if doc[i].lower_ not in _KINDS | _COMPASS | {"the", "of", "'s", "’s", "'"} and doc[i].pos_ != "ADJ":
            break
        i -= 1
    i = end + 1 if end < len(doc) and doc[end].text == "," else end
    if i < len(doc) and not doc[i].is_sent_start and (country := names.country_at(doc[i])) and doc[i].pos_ == "PROPN":
        found.add(country.code)
    return frozenset(found)
