"""Names that nothing is known of but what they stand beside: "W and X" where W is a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from counterclaim.annotate.names import Names
from counterclaim.annotate.names.words import ORGANIZATION_WORDS
from counterclaim.annotate.places.overlooked import goes_on, may_begin
from counterclaim.annotate.places.standing import KINDS, POSTS, Named, as_named
from counterclaim.records import EntityKind

#: A name has no more words than this.
_LONGEST = 5


def listed_beside(names: Names, named: Iterable[Named]) -> Iterator[tuple[Named, Named]]:
    """Names that a list joins to a place, each with that place."""
    doc = names.parsed.doc
    spans = {item.start: (item.end, group.kind) for group in names.clusters for item in group.found}
    taken = {i for item in named for i in range(item.start, item.end)}
    for item in sorted(named, key=lambda each: (each.start, each.end)):
        partner = item
        while partner.country is None:
            start = _past_and(doc, partner.end)
            end = _name_at(names, start, spans, taken) if start is not None else None
            if start is None or end is None or not _is_joined(doc, partner, start, end):
                break
            partner = as_named(names, start, end, doc[start:end].text, True)
            taken.update(range(start, end))
            yield partner, item


def _past_and(doc: Doc, i: int) -> int | None:
    """Where what a list goes on with begins, or None where it does not go on."""
    start = i
    while i < len(doc) and doc[i].lower_ in {",", "and"} and not doc[i].is_sent_start:
        i += 1
    return i if start < i < len(doc) and not doc[i].is_sent_start else None


def _name_at(names: Names, start: int, spans: dict[int, tuple[int, EntityKind]], taken: set[int]) -> int | None:
    """Where a name ends that begins at a token and may be a place's."""
    doc = names.parsed.doc
    if start in taken:
        return None
    if start in spans:
        end, kind = spans[start]
    else:
        end, kind = start, EntityKind.PLACE
        while end < min(len(doc), start + _LONGEST) and end not in spans and may_begin(doc[start]):
            if not goes_on(doc, start, end) or (end > start and doc[end].is_sent_start):
                break
            end += 1
    words = {token.lower_ for token in doc[start:end]}
    may_be = end > start and kind in {EntityKind.PLACE, EntityKind.ORGANIZATION, EntityKind.PERSON}
    body = words & (ORGANIZATION_WORDS | POSTS | KINDS) or doc[start:end].text.isupper()
    return end if may_be and not body and doc[end - 1].text[:1].isupper() else None


def _is_joined(doc: Doc, partner: Named, start: int, end: int) -> bool:
    """Whether the parser, too, takes a name for the next in a list, and nothing follows that it belongs to."""
    root = doc[start:end].root
    after = doc[end] if end < len(doc) else None
    alone = after is None or after.is_sent_start or not (after.text[:1].isupper() or after.text in {"-", "–"})
    joined = root.dep_ == "conj" and partner.start <= root.head.i < partner.end
    stands = (partner.local or partner.placed) and (after is None or after.pos_ not in {"VERB", "AUX"})
    return alone and (joined or stands) and root.pos_ == "PROPN"
