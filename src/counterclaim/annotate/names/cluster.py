"""Gather the names of one report into the entities it speaks of.

A name gets its kind by vote over all its mentions and their surroundings, because a small model calls the same
name a person here and an organisation there; country data outvotes it. A surname, an acronym, a shortened name
and a misspelling join the full name of the same report.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz.fuzz import ratio
from spacy.tokens import Doc

from counterclaim.annotate.names.find import Found
from counterclaim.annotate.names.kinds import (
    body_vote,
    capital_vote,
    company_vote,
    held_office,
    is_aged,
    is_bearing,
    is_vessel,
    person_vote,
)
from counterclaim.annotate.names.organs import BRANCHES, organ, owned_organ
from counterclaim.annotate.names.words import (
    COMPANY_WORDS,
    FORCES,
    LOCATIVE,
    MEDIA_WORDS,
    OFFICE_PARTS,
    OFFICES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    office_of,
)
from counterclaim.annotate.world import Country, country_of_capital, country_of_demonym, plain
from counterclaim.records import EntityKind, LocalEntity, content_id

_VOTE = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
    "PRODUCT": EntityKind.ORGANIZATION,
}
_ORGANS = frozenset("ministry army navy government parliament military forces force".split())
#: Who has a ministry is a state, known to a list of states or not: "dorvik" of "dorvik foreign ministry".
_MINISTRY_OF = re.compile(r"^(\w+) (?:(?:foreign|defen[cs]e|interior|health|justice|finance) )+ministry$")
_PARTICLE = re.compile(r"^(?:al|el|an|ar|as|ash|at|az)[- ]", re.IGNORECASE)
#: Two spellings of one surname in one report: a letter lost or another transliteration scores at least this much
#: (ratio of matching characters, 0 to 100), two different surnames of seven letters hardly ever.
SAME_SPELLING = 86.0


@dataclass(slots=True)
class Cluster:
    """An entity of the report while it is being gathered."""

    key: str
    found: list[Found] = field(default_factory=list)
    votes: Counter[EntityKind] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    title_country: Country | None = None

    @property
    def country(self) -> Country | None:
        """The country that the entity is, where it is one."""
        return next((item.country for item in self.found if item.country), None)

    @property
    def kind(self) -> EntityKind:
        """What the entity is, by vote; a tie goes by the order of the list of kinds."""
        if self.country is not None:
            return EntityKind.STATE
        order = list(EntityKind)
        return max(order, key=lambda kind: (self.votes[kind], -order.index(kind)))

    @property
    def names(self) -> list[str]:
        """Spellings, the fullest first."""
        seen = Counter(item.name for item in self.found if not item.demonym)
        if self.kind in {EntityKind.PERSON, EntityKind.ORGANIZATION}:
            return sorted(seen, key=lambda name: (-len(name.split()), -seen[name], name))
        return sorted(seen, key=lambda name: (-seen[name], -len(name), name))


def tail(name: str) -> str:
    """The part of a person's name that stands alone for them: the last word, without an article before it."""
    words = plain(name).split()
    return _PARTICLE.sub("", words[-1]) if words else ""


def cluster(doc: Doc, found: list[Found]) -> list[Cluster]:
    """Gather names into entities, in the order in which the report first names them."""
    groups: dict[str, Cluster] = {}
    states = {i: item.country for item in found if item.country for i in range(item.start, item.end)}
    called = {word: item.country for item in found if item.country for word in (item.name, item.country.adjective)}
    for item in found:
        owned = None if item.country else owned_organ(doc, item, states, called)
        if owned is not None:
            kind, owner = owned
            bare = item.name if organ(item.name) else ""
            item = replace(item, name=f"{owner.adjective} {bare}") if bare else item
        key = (
            item.country.code
            if item.country
            else f"{owner.code} {kind}"
            if owned
            else _key(organ(item.name) or item.name)
        )
        group = groups.setdefault(key, Cluster(key))
        group.found.append(item)
        group.title_country = owner if owned else group.title_country
        _vote(doc, item, group, states)
    for key in [land[1] for key in groups if (land := _MINISTRY_OF.match(key)) and land[1] in groups]:
        groups[key].votes[EntityKind.PLACE] += 8
    _drop_lost_possessives(groups)
    _join_shortened(groups)
    return sorted((g for g in groups.values() if _stands(g)), key=lambda g: min(item.start for item in g.found))


def _stands(group: Cluster) -> bool:
    """A name that only a title or heading has, and no country data knows, is more often a clause than a name."""
    return group.country is not None or any(not item.in_title for item in group.found)


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", " ", re.sub(r"['’]s\b", "", plain(name))).strip()


def _vote(doc: Doc, item: Found, group: Cluster, states: Mapping[int, Country]) -> None:
    # The model's label for a single word says little ("Dorvik" an organisation, an armed group a country).
    group.votes[_VOTE[item.label]] += 1 if item.in_title or item.end - item.start == 1 else 2
    words = {word.lower() for word in re.split(r"\W+", item.name)}
    firm = item.name.split()[-1].lower() in COMPANY_WORDS
    if (firm or words & ORGANIZATION_WORDS) and (item.end - item.start > 1 or _has_article(doc, item.start)):
        group.votes[EntityKind.ORGANIZATION] += 6
    # A ship acts, and nobody lives there.
    group.votes[EntityKind.ORGANIZATION] += 12 * is_vessel(doc, item.start, item.end) + body_vote(
        doc, item.start, item.end, placed=item.label in {"GPE", "LOC", "FAC"}
    )
    firm_vote = company_vote(doc, item.start, item.end)
    group.votes[EntityKind.ORGANIZATION] += firm_vote
    group.votes[EntityKind.PERSON] += person_vote(doc, item.start, item.end) + 6 * is_aged(doc, item.end) - firm_vote
    if country_of_capital(item.name) is not None:
        group.votes[EntityKind.PLACE] += 8
    if item.name.isupper() and len(item.name) <= 6:
        group.votes[EntityKind.ORGANIZATION] += 3
    group.votes[EntityKind.PLACE] += 4 * is_bearing(doc, item.start, item.end)
    before = doc[item.start - 1] if item.start else None
    after = doc[item.end] if item.end < len(doc) else None
    if any(t is not None and t.lower_ in MEDIA_WORDS for t in (before, after)):
        group.votes[EntityKind.ORGANIZATION] += 4
    if after is not None and after.lower_ in PLACE_WORDS:
        group.votes[EntityKind.PLACE] += 4
    if before is not None:
        if before.lower_ == "of" and item.start > 1 and doc[item.start - 2].lower_ in PLACE_WORDS | COMPANY_WORDS:
            group.votes[EntityKind.PLACE] += 5
        elif before.lower_ in LOCATIVE and not (words & ORGANIZATION_WORDS or firm_vote or _is_owner(doc, item)):
            group.votes[EntityKind.PLACE] += 3
    titles, country = office_before(doc, item.start, states)
    if titles:
        group.votes[EntityKind.PERSON] += 6
        group.titles[titles] += 1
        group.title_country = group.title_country or country
    apposed, country = _office_after(doc, item, states)
    if apposed:
        group.votes[EntityKind.PERSON] += 4
        group.titles[apposed] += 1
        group.title_country = group.title_country or country
    elif not titles and (office := held_office(doc, item.start, item.end)):
        group.votes[EntityKind.PERSON] += 4
        group.titles[office] += 1
    if capital_vote(doc, item.start, item.end):
        group.votes[EntityKind.PLACE] += 5
    root = doc[item.start : item.end].root
    if root.dep_ == "nsubj" and root.head.lemma_ in {"say", "tell", "add"} and item.label == "PERSON":
        group.votes[EntityKind.PERSON] += 1


def _is_owner(doc: Doc, item: Found) -> bool:
    """Whether a name says whose or which the following thing is: "at Doe's house", "in the Doe textile mill"."""
    root = doc[item.start : item.end].root
    after = doc[item.end] if item.end < len(doc) else None
    own = root.dep_ in {"compound", "poss", "nmod"} and root.head.i >= item.end and root.head.pos_ in {"NOUN", "PROPN"}
    return own and after is not None and after.lower_ not in PLACE_WORDS and root.head.lower_ not in PLACE_WORDS


def _has_article(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ == "the"


def office_before(doc: Doc, start: int, states: Mapping[int, Country]) -> tuple[str, Country | None]:
    """The office that stands right before a name ("Kenyan Prime Minister" Jane …) and the country it names."""
    i = start - 1
    if i > 1 and doc[i].i in states and doc[i - 1].lower_ in {"for", "of", "to"} and doc[i - 2].lower_ in OFFICES:
        return _office_up_to(doc, i - 2), states[i]  # "the envoy for Kenya Jane Doe": a comma was lost
    words: list[str] = []
    while i >= 0 and not doc[i].is_sent_end and (office_of(doc[i].lower_) or (words and _part(doc[i].lower_))):
        words.insert(0, doc[i].text)
        i -= 1
    if not words:
        return "", None
    if i > 0 and doc[i].lower_ == "of" and office_of(doc[i - 1].lower_) and words[0].lower() not in OFFICES:
        # "Minister of Defence General" Jane …: an office, its branch, and a rank
        branch = list(itertools.takewhile(lambda word: not office_of(word.lower()), words))
        return " ".join([_office_up_to(doc, i - 1), "of", *branch]), None
    if i >= 0 and _is_plain_noun(doc, i) and doc[i].head.i == start - 1 and len(words) == 1:
        words.insert(0, doc[i].text)  # "union president", "Police chief"
    if i >= 0 and doc[i].text in {"'s", "’s"}:
        i -= 1
    return " ".join(words), states.get(i)


def _is_plain_noun(doc: Doc, i: int) -> bool:
    """Whether a token is the common noun of what an office is of."""
    small = doc[i].text.islower() or doc[i].is_sent_start or (i > 0 and doc[i - 1].text in {'"', "“"})
    return bool(small) and doc[i].dep_ == "compound" and (doc[i].tag_ == "NN" or doc[i].lower_ in FORCES)


def _office_up_to(doc: Doc, last: int) -> str:
    """The words of an office whose head noun is at a token ("High Commissioner")."""
    first = last
    while first > 0 and _part(doc[first - 1].lower_):
        first -= 1
    return doc[first : last + 1].text


def _part(word: str) -> bool:
    return word in OFFICE_PARTS or word in OFFICES


def _office_after(doc: Doc, item: Found, states: Mapping[int, Country]) -> tuple[str, Country | None]:
    """The office given in apposition: "Jane Doe, the Kenyan prime minister, …"."""
    root = doc[item.start : item.end].root
    for child in root.children:
        if child.dep_ == "appos" and child.i > root.i and child.lemma_.lower() in OFFICES:
            parts = [w for w in child.lefts if w.dep_ in {"compound", "amod"}]
            words = [w.text for w in parts if _part(w.lower_)] + [child.text]
            country = next((c for w in parts if (c := states.get(w.i))), None)
            return " ".join(words), country
    return "", None


def _drop_lost_possessives(groups: dict[str, Cluster]) -> None:
    """ "Does" is "Doe" where the report also has "Doe": some sources lose their apostrophes."""
    for key in sorted(groups):
        if key.endswith("s") and key[:-1] in groups:
            groups[key[:-1]].found.extend(
                Found(
                    f.start,
                    f.end,
                    f.name[:-1] if f.name.endswith("s") else f.name,
                    f.label,
                    f.country,
                    f.demonym,
                    f.in_title,
                )
                for f in groups[key].found
            )
            groups[key[:-1]].votes.update(groups.pop(key).votes)


def _join_shortened(groups: dict[str, Cluster]) -> None:
    """Join surnames to full names, shortened names to whole ones, acronyms to what they stand for."""
    full: dict[str, list[str]] = defaultdict(list)
    for key, group in groups.items():
        person = group.kind is EntityKind.PERSON and _stands(group)
        if len(_PARTICLE.sub("", key).split()) > 1 and person:
            full[tail(group.names[0] if group.names else key)].append(key)
    for key in sorted(groups, key=lambda k: (len(k.split()), k)):
        group = groups[key]
        if group.country is not None:
            continue
        bearer = _surname_of(key, full)
        target = bearer or _whole_of(key, group, groups)
        if target and target != key and target in groups:
            groups[target].found.extend(group.found)
            if not bearer:  # a surname alone is often taken for a place or a body; the full name tells better
                groups[target].votes.update(group.votes)
            groups[target].titles.update(group.titles)
            groups[target].title_country = groups[target].title_country or group.title_country
            del groups[key]


def _surname_of(key: str, full: dict[str, list[str]]) -> str | None:
    """The one full name of the report that ends in this surname, or in a spelling that near to it."""
    if len(key.split()) > 2 or (len(key.split()) == 2 and not _PARTICLE.match(key)):
        last = tail(key)
        others = [k for k in full.get(last, []) if k != key and set(key.split()) < set(k.split())]
        return others[0] if len(others) == 1 else None
    last = _PARTICLE.sub("", key)
    exact = full.get(last, [])
    if exact:
        return exact[0] if len(exact) == 1 else None
    near = [keys[0] for name, keys in sorted(full.items()) if len(last) > 5 and ratio(last, name) >= SAME_SPELLING]
    return near[0] if len(near) == 1 else None


def _whole_of(key: str, group: Cluster, groups: dict[str, Cluster]) -> str | None:
    """The one longer name of an organisation that this one shortens or abbreviates."""
    words, short = key.split(), key.replace(" ", "")
    if len(words) == 1 and (firm := _firm_of(key, group, groups)):
        return firm
    if group.kind is EntityKind.PLACE or (group.kind is EntityKind.PERSON and len(words) > 1):
        return None
    found = []
    for other, whole in groups.items():
        longer = other.split()
        if len(longer) <= len(words) or whole.country or whole.kind is not EntityKind.ORGANIZATION:
            continue
        initials = "".join(w[0] for w in longer if w not in {"of", "for", "the", "and", "on"})
        acronym = len(short) > 1 and short == initials and group.found[0].name.replace(".", "").isupper()
        if (len(words) > 1 and _is_one_of_two(words, longer)) or not _may_shorten(group, whole):
            continue
        shortened = words == longer[-len(words) :] or (words == longer[: len(words)] and len(words) > 1)
        noun = len(words) == 1 and key in longer and key in ORGANIZATION_WORDS
        if shortened or noun or acronym or (len(words) == 1 and len(key) > 2 and key == initials):
            found.append(other)
    # Of names that shorten each other ("Observatory", "Kenyan Observatory", "Kenyan Observatory for Trees") the whole.
    longest = max(found, key=len, default="")
    return longest if all(f" {other} " in f" {longest} " for other in found) and longest else None


def _firm_of(key: str, group: Cluster, groups: dict[str, Cluster]) -> str | None:
    """The company whose name goes on with what it does: "Doe" of "Doe Shipping", if nothing is in or near "Doe"."""
    firms = [other for other in groups if other.startswith(f"{key} ") and other.split()[-1] in COMPANY_WORDS]
    placed = group.votes[EntityKind.PLACE] > len(group.found)
    fits = len(firms) == 1 and len(firms[0].split()) == 2 and not placed and not group.titles
    return firms[0] if fits and groups[firms[0]].kind is EntityKind.ORGANIZATION else None


def _may_shorten(group: Cluster, whole: Cluster) -> bool:
    """Whether an organ of states that stands alone can be that of the state named with it: "the Defence Ministry" is
    not the Kenyan one that is named only later, as one of another state."""
    if not organ(group.found[0].name):
        return True
    return min(item.start for item in whole.found) < min(item.start for item in group.found)


def _is_one_of_two(words: list[str], longer: list[str]) -> bool:
    """Whether an "and" joins a name to another's: "Harbour Watch" is not how "Harbour Watch and Coastal Front" is
    called, but "Ministry of Labour" may be short for one of labour and something else."""
    beside = {*longer[len(words) : len(words) + 1], *longer[-len(words) - 1 : -len(words)]}
    return "and" in beside and not {"of", "for"} & set(longer[: longer.index("and")])


def _state_of_body(name: str, adjectives: Mapping[str, Country]) -> Country | None:
    """The state whose body a name is ("Kenyan Foreign Ministry", "Iraqi Armed Forces"): its people's name, then
    nothing but words for a branch, then a word for an organ of state."""
    first, *middle, last = name.split() if len(name.split()) > 1 else (name, "")
    if last.lower() not in _ORGANS or any(word.lower() not in BRANCHES for word in middle):
        return None
    return adjectives.get(first) or country_of_demonym(first)


def local_entity(report: str, group: Cluster, adjectives: Mapping[str, Country]) -> LocalEntity:
    """The record of a gathered entity. `adjectives` are the names of peoples that the report uses."""
    country = group.country or group.title_country
    if country is None and group.kind is EntityKind.ORGANIZATION:
        country = _state_of_body(group.names[0], adjectives)
    name = group.country.name if group.country else group.names[0]
    if group.kind is EntityKind.PLACE and country is None:
        country = country_of_capital(name)
    names = tuple(dict.fromkeys([name, *group.names]))
    titles = tuple(title for title, _ in group.titles.most_common())
    return LocalEntity(
        content_id("entity", report, group.key),
        report,
        name,
        group.kind,
        names,
        titles,
        country.iso if country else None,
        len(group.found),
        country.code if country and group.kind is not EntityKind.PLACE else None,
    )
