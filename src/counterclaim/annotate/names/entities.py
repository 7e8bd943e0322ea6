"""Make the entities of a report: gather its names, add those that were overlooked and the bodies of its states."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rapidfuzz.fuzz import ratio
from spacy.tokens import Token

from counterclaim.annotate.names.cluster import SAME_SPELLING, cluster, local_entity, tail
from counterclaim.annotate.names.find import Found, find_names
from counterclaim.annotate.names.refer import GROUP_NOUNS, Names
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country
from counterclaim.records import EntityKind, LocalEntity, Mention, MentionForm, content_id

_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})
_OF_A_STATE = frozenset({"army", "government", "military", "regime", "authorities", "administration", "leadership"})
_COALITION = "coalition"
_BROADCASTERS = frozenset({"television", "tv", "broadcaster"})


def name_entities(parsed: Parsed) -> Names:
    """Find the names of a report, gather them into its entities, and make their mentions."""
    report = parsed.report
    clusters = cluster(parsed.doc, find_names(parsed))
    names = Names(parsed, clusters, {})
    adjectives = {
        item.name: item.country for group in clusters for item in group.found if item.demonym and item.country
    }
    for group in clusters:
        entity = local_entity(report.id, group, adjectives)
        names.entities[entity.id] = entity
        if group.country is not None:
            names._state[group.country.code] = entity.id
        for item in group.found:
            for i in range(item.start, item.end):
                names._at[i] = (entity.id, item)
            names.mentions.append(_mention(parsed, item, entity.id))
    _add_overlooked(names)
    _add_bodies(names)
    names.mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return names


def _mention(parsed: Parsed, item: Found, entity: str) -> Mention:
    first, last = parsed.doc[item.start], parsed.doc[item.end - 1]
    span = parsed.span(first.idx, last.idx + len(last))
    form = MentionForm.NOMINAL if item.label == "BODY" else MentionForm.NAME
    return Mention(content_id("mention", parsed.report.id, span.start, span.end), parsed.report.id, entity, span, form)


def _add_overlooked(names: Names) -> None:
    """Give a surname or one-word name that the model overlooked to the one entity of the report that is called so."""
    called: dict[str, set[str]] = {}
    for group in names.clusters:
        entity = names.entities[names._id(group)]
        words = {tail(entity.name)} if entity.kind is EntityKind.PERSON else set()
        words |= {name.lower() for name in entity.names if " " not in name}
        for word in words:
            called.setdefault(word, set()).add(entity.id)
    for sentence in names.parsed.sentences:
        for token in sentence:
            owners = called.get(token.lower_) or _called_nearly(token, called)
            written = token.pos_ == "PROPN" and (token.is_title or token.is_upper)
            if token.i not in names._at and written and len(owners) == 1:
                owner = next(iter(owners))
                item = Found(token.i, token.i + 1, token.text, "PERSON")
                names._at[token.i] = (owner, item)
                names.mentions.append(_mention(names.parsed, item, owner))
                entity = names.entities[owner]
                spellings = entity.names if token.text in entity.names else (*entity.names, token.text)
                names.entities[owner] = replace(entity, names=spellings, mentions=entity.mentions + 1)


def _called_nearly(token: Token, called: dict[str, set[str]]) -> set[str]:
    """Whose name a word is that differs from it in no more than the spelling; never two people's."""
    if token.pos_ != "PROPN" or len(token.text) <= 6:
        return set()
    near = [owners for word, owners in sorted(called.items()) if ratio(token.lower_, word) >= SAME_SPELLING]
    return near[0] if len(near) == 1 else set()


def _add_bodies(names: Names) -> None:
    """Give bodies of a state ("Kenyan troops", "the Kenyan government") an entity each in this report.

    "The army" on its own is that of the one state whose bodies the report speaks of for the most part; "the
    coalition" is the one that was named by who leads it.
    """
    found: dict[tuple[str, str], list[Found]] = {}
    bare: list[Token] = []
    countries: dict[str, Country] = {}
    for sentence in names.parsed.sentences:
        for token in sentence:
            noun = _body_noun(token)
            if not noun or token.i in names._at:
                continue
            country = next((c for w in token.lefts if w.dep_ in _OWNERS and (c := _owner(names, w))), None)
            if noun == _COALITION:
                country = _leader(names, token)
            if country is not None:
                countries[country.code] = country
                found.setdefault((country.code, noun), []).append(_body_found(token, country))
            elif noun in _OF_A_STATE | {_COALITION} and [w.lower_ for w in token.lefts] == ["the"]:
                bare.append(token)
    main = _main_state(found)
    led = [code for code, noun in found if noun == _COALITION]
    for token in bare:
        code = main if token.lower_ != _COALITION else led[0] if len(led) == 1 else ""
        if code:
            found.setdefault((code, token.lower_), []).append(_body_found(token, countries[code]))
    for (code, noun), items in found.items():
        _add_body(names, countries[code], noun, items)


def _body_noun(token: Token) -> str:
    """The noun under which a body of a state is gathered, or "": "army", "state television" for each word for it."""
    if token.lower_ in GROUP_NOUNS or token.lower_ == _COALITION:
        return token.lower_
    if token.lower_ in _BROADCASTERS and any(w.lower_ == "state" for w in token.lefts):
        return "state television"
    return ""


def _leader(names: Names, token: Token) -> Country | None:
    """The state that leads a coalition ("the US-led coalition")."""
    words = token.doc[token.left_edge.i : token.i]
    if not any(word.lower_ == "led" or word.lower_.endswith("-led") for word in words):
        return None
    return next((country for word in words if (country := names.country_at(word))), None)


def _body_found(token: Token, country: Country) -> Found:
    return Found(token.i, token.i + 1, token.text, "BODY", country)


def _main_state(found: dict[tuple[str, str], list[Found]]) -> str:
    """The code of the state that at least three quarters of the bodies named with their state belong to, or ""."""
    counted = Counter({code: 0 for code, _ in found})
    for (code, noun), items in found.items():
        counted[code] += len(items) if noun in _OF_A_STATE else 0
    code, most = max(counted.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return code if most >= 0.75 * sum(counted.values()) and most else ""


def _owner(names: Names, token: Token) -> Country | None:
    """The state that a word before a body names: by its name, its people's, or its leader's ("the Doe government")."""
    country = names.country_at(token)
    if country is not None:
        return country
    entity = names.at(token)
    group = next((g for g in names.clusters if names._id(g) == entity), None)
    return group.title_country if group else None


def _add_body(names: Names, country: Country, noun: str, items: list[Found]) -> None:
    report = names.parsed.report
    name = f"{country.name}-led {noun}" if noun == _COALITION else f"{country.adjective} {noun}"
    organized = noun in {"army", "government", "military", "ministry", "state television"}
    entity = LocalEntity(
        content_id("entity", report.id, f"{country.code} {noun}"),
        report.id,
        name,
        EntityKind.ORGANIZATION if organized else EntityKind.GROUP,
        (name,),
        (),
        country.iso,
        len(items),
        country.code,
    )
    names.entities[entity.id] = entity
    for item in items:
        names._at[item.start] = (entity.id, item)
        names.mentions.append(_mention(names.parsed, item, entity.id))
