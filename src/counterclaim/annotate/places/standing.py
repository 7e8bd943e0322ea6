"""Whether words stand like the name of a place, and what the words around them say of it.

Nothing here asks what places there are: only "in X", "the village of X", "X province", "north of X", "seized X" count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.names.words import LOCATIVE, OFFICE_PARTS, OFFICES, ORGANIZATION_WORDS, PLACE_WORDS
from counterclaim.annotate.world import Country, country_named


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
    desert mountains hills heights plain valley border""".split()
)
_SUBURBS = frozenset("countryside suburb suburbs outskirts area areas".split())
_PARTS = frozenset(
    """neighborhood neighborhoods neighbourhood neighbourhoods quarter quarters street streets square squares mosque
    church hospital school roundabout bridge market road roads district districts""".split()
)
#: What a name beside it is mostly that of itself, and not of the place it is in.
BUILDINGS = frozenset(
    """university hospital school mosque church hotel college airport square
    bridge street library museum stadium fair theatre theater arena club""".split()
)
#: What stretches too far to be where the places named beside it are.
WIDE = frozenset("river sea ocean gulf mountains desert highway border valley".split())
_TOWNS = frozenset("city cities town towns village villages township hamlet capital port settlement".split())
KINDS = PLACE_WORDS | _PROVINCES | _REGIONS | _AROUND | _TOWNS | _PARTS
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
COMPASS = frozenset(
    """north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western
    upper lower old rural greater downtown middle far mid""".split()
)
#: Words that put one place in or beside another ("X, just west of Y"), and those that may stand with them.
PLACING = frozenset("in of near outside around at from".split())
FILLING = KINDS | COMPASS | frozenset("the a an , just small located 's ’s opposition rebel government held -".split())
_LOCATIVE = LOCATIVE | {"from", "over", "besieged", "nearby", "via", "between", "against", "within", "leaving"}
_NEAR_BY = frozenset("in at near around outside inside nearby besieged".split())
JOINERS = frozenset({"-", "–", "al", "el", "ez", "es", "as", "ash", "an", "ar", "az", "ad"})
HYPHENS = frozenset("-–")
#: spaCy's labels of places.
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
POSTS = OFFICES | OFFICE_PARTS
#: How many words may stand between "in" and a name.
_FAR = 5
#: What is said to be of a place: "12 miles from X", "the direction of X", "the fall of X".
_OF_PLACES = frozenset(
    """mile miles kilometer kilometers kilometre kilometres km direction center centre heart entrance entrances edge
    edges side sides part parts capture recapture seizure fall siege liberation shelling bombing bombardment
    control farms farm""".split()
)
#: What is fought for a place.
_FOR_PLACES = frozenset("battle battles fight offensive struggle".split())


#: What a name beside it is that of, and no body's.
_SPOTS = (_TOWNS | _PARTS | _SUBURBS) - _OFTEN_NONE
#: Endings of adjectives for peoples and faiths.
_OF_PEOPLE = ("ish", "ite", "ian", "ese", "ic", "ist")
_SEVERAL = frozenset(word for word in _SPOTS if word.endswith("s"))


@dataclass(frozen=True, slots=True)
class Named:
    """A place named at tokens `start` to `end` (exclusive).

    `name` is what is looked up; `country` is set where it is a country; `placed` says that it stands like a place,
    `local` that a word for one stands beside it or "in" before it, `seen` that the model took it for a place where it
    stands like one; `inside` are the countries that its own phrase puts it in.
    """

    start: int
    end: int
    name: str
    extent: Extent
    placed: bool
    country: Country | None = None
    inside: frozenset[str] = frozenset()
    local: bool = False
    seen: bool = False


def is_called_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the word beside a name says that it is that of a village or quarter: "the village of X", "X district",
    also of several: "the villages of W and X", "the W and X districts"."""
    words = {token.lower_ for token in doc[start:end]}
    if words & (ORGANIZATION_WORDS | POSTS) or not doc[end - 1].text[:1].isupper():
        return False
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _SPOTS:
        return True
    after = end < len(doc) and doc[end].lower_ in _SPOTS and not doc[end].is_sent_start
    return (after and not _is_of_people(doc, start, end)) or _is_one_of_several(doc[start:end].root)


def _is_of_people(doc: Doc, start: int, end: int) -> bool:
    """Whether a word before "village" and the like may say whose it is: "a Sunni village", "the Kurdish quarter"."""
    word = doc[start]
    if end - start == 1 and word.is_sent_start and doc[end].lower_ in _SEVERAL:
        return True  # "Convention cities": any word is a capital's there
    if end - start > 1 or not (word.ent_type_ == "NORP" or (word.pos_ == "ADJ" and not word.ent_type_)):
        return False
    before = doc[start - 1] if start else word
    one_of_many = before.lower_ in {"a", "an"} or before.like_num or doc[end].lower_ in _SEVERAL
    return word.lower_.endswith(_OF_PEOPLE) or (one_of_many and word.dep_ != "conj" and before.lower_ != "and")


def _is_one_of_several(root: Token) -> bool:
    """Whether a name is in a list of what the word before the list says, in the plural."""
    first = root
    while first.dep_ in {"conj", "appos"} and first.head.i < first.i:
        first = first.head
    before = first.left_edge.i - 1
    doc = root.doc
    return first is not root and before > 0 and doc[before].lower_ == "of" and doc[before - 1].lower_ in _SEVERAL


def belongs_to_next(doc: Doc, start: int, end: int) -> bool:
    """Whether a word only begins a longer name ("Prime" Minister), or says of what people something is ("Arab")."""
    root = doc[start:end].root
    kind = end < len(doc) and doc[end].lower_ in KINDS
    longer = root.dep_ in {"compound", "nmod"} and root.head.i >= end and root.head.text[:1].isupper()
    return not kind and (longer or (root.pos_ == "ADJ" and root.dep_ == "amod"))


def says_nothing(name: str) -> bool:
    """Whether a name is a kind or a side of a place and no more ("Old City", "the West")."""
    return all(word in COMPASS | KINDS for word in name.lower().split())


def is_torn(doc: Doc, end: int, limit: int) -> bool:
    """Whether a name that ended here would be torn ("Bab" of "Bab al-Nasr")."""
    if end >= limit or (doc[end].text in HYPHENS and doc[end].whitespace_ and doc[end - 1].whitespace_):
        return False
    return doc[end].lower_ in JOINERS or doc[end].text[:3] in {"al-", "el-"}


def is_listed(doc: Doc, start: int, end: int, placed: bool) -> bool:
    """Whether a name stands like a place, or in a list after one that does."""
    root = doc[start:end].root
    placed = placed or is_done_to(root)
    while not placed and root.dep_ in {"conj", "appos"}:
        root = root.head
        placed = stands_like_place(doc, root.left_edge.i if root.pos_ == "PROPN" else root.i, root.i + 1) or is_done_to(
            root
        )
    return placed


def is_done_to(root: Token) -> bool:
    """Whether a word is what something is done to that is mostly done to places ("seized X")."""
    return root.dep_ == "dobj" and root.head.lemma_ in _DONE_TO_PLACES


def is_prefixed(doc: Doc, start: int) -> bool:
    """Whether a word before says that this is where something is: "in X", "near the town of X", "province of X"."""
    i = start - 1
    if i > 0 and not doc[start].is_sent_start:
        of = doc[i].lower_ in {"of", "from"} and doc[i - 1].lower_ in COMPASS | _OF_PLACES
        if of or (doc[i].lower_ == "for" and doc[i - 1].lower_ in _FOR_PLACES):
            return True
    kind = False
    while i >= 0 and not doc[i + 1].is_sent_start and (doc[i].lower_ in KINDS | COMPASS | {"the", "of"}):
        kind = kind or doc[i].lower_ in KINDS
        i -= 1
    if kind:
        return True
    if i == start - 1:  # past adjectives: "in rebel-held X"
        edge = doc[start].left_edge.i if doc[start].dep_ != "conj" else start
        i = edge - 1 if start - _FAR <= edge < start else i
    return i >= 0 and not doc[i + 1].is_sent_start and doc[i].lower_ in _LOCATIVE


def stands_like_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a word for a place is beside a name or in it, or one before it says that this is where something is."""
    after = doc[end] if end < len(doc) else None
    kind = after is not None and not after.is_sent_start and after.lower_ in KINDS
    return kind or (end - start > 1 and doc[end - 1].lower_ in KINDS) or is_prefixed(doc, start)


def as_named(names: Names, start: int, end: int, name: str, placed: bool) -> Named:
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
    if beside & WIDE:
        return False
    of_kind = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in KINDS - WIDE
    root = doc[start:end].root
    owner = root.dep_ == "compound" and root.head.i >= end and root.head.pos_ == "NOUN"  # "at the Doe textile mill"
    return bool(beside & KINDS) or of_kind or (start > 0 and doc[start - 1].lower_ in _NEAR_BY and not owner)


def _extent(doc: Doc, start: int, end: int) -> Extent:
    """What "province", "countryside" and the like say that stand after a name, or before it with "of"."""
    i = end
    while i < len(doc) and not doc[i].is_sent_start and doc[i].lower_ in COMPASS | {"'s", "’s", "and", "'", "s"}:
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
        if doc[i].lower_ not in KINDS | COMPASS | {"the", "of", "'s", "’s", "'"} and doc[i].pos_ != "ADJ":
            break
        i -= 1
    i = end + 1 if end < len(doc) and doc[end].text == "," else end
    if i < len(doc) and not doc[i].is_sent_start and (country := names.country_at(doc[i])) and doc[i].pos_ == "PROPN":
        found.add(country.code)
    return frozenset(found)


def is_inside(doc: Doc, start: int) -> bool:
    """Whether the word right before a name says that something is in or beside what it names: "in X", "around X"."""
    return start > 0 and not doc[start].is_sent_start and doc[start - 1].lower_ in _NEAR_BY
