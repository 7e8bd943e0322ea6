"""Which words of a report name a place.

A name is a place where the report's names were judged to be one by vote (`annotate/names`). A small model takes towns
it has never met for people and organisations: such a name, and one it overlooked, is a place too where it stands
like one ("in X", "X province") and the gazetteer has a place of that name in a country the report speaks of. Whoever
bears a title is nobody's town.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.names.cluster import Cluster
from counterclaim.annotate.names.find import Found
from counterclaim.annotate.names.words import ORGANIZATION_WORDS
from counterclaim.annotate.places.keys import ARTICLES, words_of
from counterclaim.annotate.places.nearby import Nearby
from counterclaim.annotate.places.overlooked import overlooked
from counterclaim.annotate.places.standing import (
    BUILDINGS,
    COMPASS,
    HYPHENS,
    PLACE_LABELS,
    WIDE,
    Extent,
    Named,
    as_named,
    belongs_to_next,
    is_called_place,
    is_done_to,
    is_inside,
    is_listed,
    is_torn,
    says_nothing,
    stands_like_place,
)
from counterclaim.annotate.world import country_named
from counterclaim.records import EntityKind

#: How many words are looked through for the end of a longer name.
_LONGEST = 4
#: What the model takes an unknown name's word for that is not a verb's or a number's.
_NAMING = frozenset("PROPN NOUN ADJ ADP X".split())


def named_places(names: Names, begin: Collection[tuple[int, int]], nearby: Nearby) -> list[Named]:
    """The places that a report names, in order. `begin` is where names may begin that are none to the model, `nearby`
    tells what the gazetteer has in the countries that the report speaks of."""
    places = {item.name for group in names.clusters for item in group.found if group.kind is EntityKind.PLACE}

    def alone(name: str) -> bool:
        return (name in places or nearby.knows_well(name)) and nearby.knows(name)

    found = [named for group in names.clusters for named in _of_cluster(names, group, nearby, alone)]
    taken = {i for group in names.clusters for item in group.found for i in range(item.start, item.end)}
    found += overlooked(names, begin, taken, nearby)
    found = [_widened(names, named, taken, nearby) for named in found]
    return sorted(found, key=lambda named: (named.start, named.end))


def _widened(names: Names, named: Named, taken: Collection[int], nearby: Nearby) -> Named:
    """A name with the word before it where only both are known ("Abyad", of "Tal Abyad")."""
    start = named.start - 1
    if named.country is not None or start < 0 or start in taken or not names.parsed.doc[start].text.istitle():
        return named
    longer = names.parsed.doc[start : named.end].text
    if nearby.knows(named.name) or not nearby.knows(longer):
        return named
    return as_named(names, start, named.end, longer, True)


def named_again(
    names: Names,
    begin: Collection[tuple[int, int]],
    before: Collection[Named],
    meant: Collection[str],
    called: Collection[str],
) -> list[Named]:
    """The other mentions of names that were found to mean a place (`meant`), or that are called one and nobody's
    (`called`): where they do not stand like one."""
    doc = names.parsed.doc
    taken = {i for named in before for i in range(named.start, named.end)}
    found = []
    for group in names.clusters:
        known = {*meant, *called} if group.kind is not EntityKind.PERSON else meant
        for item in group.found if group.country is None else ():
            titled = doc[item.start - 1 : item.end].text if group.titles and item.start else ""  # "Sheikh X"
            if item.start in taken or (item.name not in known and titled not in called):
                continue
            if titled in called:
                found.append(as_named(names, item.start - 1, item.end, titled, False))
            else:
                found.append(as_named(names, item.start, item.end, item.name, False))
    first: dict[str, str] = {}  # the longest of those that begin alike
    for each in sorted({*meant, *called}, key=lambda name: (len(name), name)):
        first[each.split("-")[0].split()[0]] = each
    for start, _ in begin:
        token = doc[start]
        if (name := first.get(token.text) or first.get(token.text.removesuffix("s"))) and start not in taken:
            end = _end_of(doc, token, name)
            if end and taken.isdisjoint(range(start, end)) and token.pos_ in _NAMING:
                found.append(as_named(names, start, end, name, False))
                taken.update(range(start, end))
    return found


def _end_of(doc: Doc, token: Token, name: str) -> int | None:
    """Where a name ends that begins at a token, if it stands there whole, be it with an s that lost its apostrophe."""
    span = doc.char_span(token.idx, token.idx + len(name)) or doc.char_span(token.idx, token.idx + len(name) + 1)
    if span is None or span.text not in {name, f"{name}s"} or is_torn(doc, span.end, len(doc)):
        return None
    if token.i and doc[token.i - 1].text in HYPHENS and not doc[token.i - 1].whitespace_:
        return None  # "pro-X"
    run = itertools.takewhile(lambda after: after.text[:1].isupper(), doc[span.end : span.end + _LONGEST])
    return None if any(after.lower_ in ORGANIZATION_WORDS | BUILDINGS for after in run) else span.end


def _of_cluster(names: Names, group: Cluster, nearby: Nearby, alone: Callable[[str], bool]) -> Iterator[Named]:
    """The places among the mentions of one name."""
    doc = names.parsed.doc
    seen_as_place = any(item.label in PLACE_LABELS for item in group.found)

    def sure(named: Named) -> bool:
        """Whether a name is some spot's without a word beside it: "attacks on X", and spaCy takes it for a place."""
        return seen_as_place and named.placed and not (named.start and doc[named.start - 1].lower_ == "the")

    for item in group.found:
        placed = stands_like_place(doc, item.start, item.end)
        if group.country is not None:
            if not item.demonym:
                yield Named(item.start, item.end, item.name, Extent.TOWN, True, item.country)
        elif says_nothing(item.name) or _is_body(item):
            continue  # "the West"
        elif group.kind is EntityKind.PLACE:
            placed = placed or is_done_to(doc[item.start : item.end].root)
            first, _, rest = item.name.partition(" ")
            if not rest or nearby.knows(item.name) or (first.lower() in COMPASS and nearby.knows(rest)):
                named = as_named(names, item.start, item.end, item.name, placed)
                local = named.local or (nearby.has_many_spellings() and _is_in_the(doc, item))
                yield replace(named, seen=sure(named), local=local)
            else:
                parts = _parts(names, item, placed, alone)
                yield from (replace(part, seen=sure(part)) for part in parts)
        else:
            yield from _of_other(names, group, item, nearby, alone)


def _of_other(
    names: Names, group: Cluster, item: Found, nearby: Nearby, alone: Callable[[str], bool]
) -> Iterator[Named]:
    """The places in a name that was taken for somebody's or a body's."""
    doc, start, end = names.parsed.doc, item.start, item.end
    if item.name.isupper() or belongs_to_next(doc, start, end):
        return
    placed = stands_like_place(doc, start, end)
    called = is_called_place(doc, start, end)
    if not _may_be_town(group):
        if called and doc[start - 1].text.istitle() and doc[start - 1].text in group.titles:  # "the Sheikh X quarter"
            yield as_named(names, start - 1, end, doc[start - 1 : end].text, True)
    elif called or _is_side(group, item, nearby) or (is_listed(doc, start, end, placed) and nearby.knows(item.name)):
        named = as_named(names, start, end, item.name, placed)
        yield replace(named, local=named.local or _is_side(group, item, nearby))
    elif is_inside(doc, start) and _may_be_spot(group, item, nearby):
        yield as_named(names, start, end, item.name, True)
    elif (placed or is_done_to(doc[start:end].root)) and not _holds_body(doc, item):
        yield from (part for part in _parts(names, item, placed, alone) if part.country or alone(part.name))


def _is_in_the(doc: Doc, item: Found) -> bool:
    """Whether something is "in the X" for a name that the model takes for a place's."""
    article = item.start > 1 and doc[item.start - 1].lower_ == "the" and item.label in PLACE_LABELS
    return article and is_inside(doc, item.start - 1)


def _is_side(group: Cluster, item: Found, nearby: Nearby) -> bool:
    """Whether a name is a side of what may be a region ("Eastern X") whose places have many spellings."""
    first, _, rest = item.name.partition(" ")
    side = first.istitle() and first.lower() in COMPASS and first.endswith("ern") and len(rest.split()) == 1
    return side and group.kind is EntityKind.ORGANIZATION and nearby.has_many_spellings()


def _may_be_spot(group: Cluster, item: Found, nearby: Nearby) -> bool:
    """Whether a name that something is in is a place's as likely as anything else's."""
    full = any(len([word for word in words_of(name) if word not in ARTICLES]) > 1 for name in group.names)
    if group.kind is EntityKind.GROUP or item.label == "NORP" or (group.kind is EntityKind.PERSON and full):
        return False
    bound = item.name[:3].lower() in {"al-", "el-"} and group.votes[EntityKind.PLACE] > 0
    return bound or nearby.sounds(item.name)


def _holds_body(doc: Doc, item: Found) -> bool:
    """Whether a word of a name is one for a body or a building."""
    words = {token.lower_ for token in doc[item.start : item.end]}
    return bool(words & (ORGANIZATION_WORDS | BUILDINGS))


def _may_be_town(group: Cluster) -> bool:
    """Whether a name is nobody's who has a title, or yet stands like a place as often."""
    return not group.titles or group.votes[EntityKind.PLACE] >= group.votes[EntityKind.PERSON]


def _is_body(item: Found) -> bool:
    """Whether a long name has a word for a body in it."""
    return item.end - item.start > 2 and bool(ORGANIZATION_WORDS.intersection(item.name.lower().split()))


def _parts(names: Names, item: Found, placed: bool, alone: Callable[[str], bool]) -> Iterator[Named]:
    """The names that ran together in one where a comma was lost ("Garissa and Lamu Wajir"): those that are known to
    stand alone, and the rest between them."""
    doc = names.parsed.doc
    cuts, i = {item.start, item.end}, item.start
    while i < item.end:
        ends = (end for end in range(item.end, i, -1) if end - i < item.end - item.start)
        found = next(
            (
                end
                for end in ends
                if _is_whole(doc, i, end, item.end)
                and (
                    alone(doc[i:end].text)
                    or (end == item.end and not says_nothing(doc[i:end].text) and country_named(doc[i:end].text))
                )
            ),
            None,
        )
        cuts |= {i, found} if found is not None else set()
        i = found if found is not None else i + 1
    for start, end in itertools.pairwise(sorted(cuts)):
        while start < end and doc[start].lower_ in {"and", ","}:
            start += 1
        while start < end and doc[end - 1].lower_ in {"and", ","}:
            end -= 1
        if len(cuts) == 2:
            yield as_named(names, start, end, item.name, placed)
        elif start < end and not says_nothing(doc[start:end].text):
            yield as_named(names, start, end, doc[start:end].text, placed)


def _is_whole(doc: Doc, start: int, end: int, limit: int) -> bool:
    """Whether a part of a name may be a name of its own, not torn from what stands before or after it."""
    begins = doc[start].text[:1].isupper() or doc[start].text[:3] in {"al-", "el-"}
    before, after = doc[start - 1].text if start else "", doc[end].lower_ if end < limit else ""
    torn = before in {"-", "–", "al", "al-", "el-", "North", "South", "East", "West"} or after in WIDE
    return begins and not torn and doc[end - 1].text[:1].isupper() and not is_torn(doc, end, limit)
