"""Make the entities of a report: gather its names, add those that were overlooked and the bodies of its states."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from rapidfuzz.fuzz import ratio
from spacy.tokens import Token

from counterclaim.annotate.names.cluster import SAME_SPELLING, cluster, local_entity, tail
from counterclaim.annotate.names.find import Found, find_names
from counterclaim.annotate.names.organs import BRANCHES
from counterclaim.annotate.names.refer import GROUP_NOUNS, Names
from counterclaim.annotate.names.several import bearers
from counterclaim.annotate.names.words import BROADCASTERS, COMPANY_WORDS, office_of
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.world import Country, country_named, country_of_capital, country_of_demonym
from counterclaim.records import EntityKind, LocalEntity, Mention, MentionForm, Report, content_id

_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})
_OF_A_STATE = frozenset({"army", "government", "authorities", "administration", "leadership"})
_COALITION = "coalition"
_MEDIA = frozenset({"state television", "state media"})
#: What may stand between a state and such a body.
_BETWEEN = BRANCHES | frozenset("state run owned official news tv television - –".split())
#: Reports call these of one state by either word, also in one and the same report.
_SAME_BODY = {"military": "army", "armed forces": "army", "regime": "government"}
#: Bodies that are called after who leads them, whatever the state.
_LED = frozenset({"government", "regime", "administration", "campaign"})


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
    _add_led(names)
    _add_bearers(names)
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
    surnames: dict[str, set[str]] = {}
    for group in names.clusters:
        entity = names.entities[names._id(group)]
        words = {tail(entity.name)} if entity.kind is EntityKind.PERSON else set()
        words |= {name.lower() for name in entity.names if " " not in name}
        first, _, does = entity.name.lower().partition(" ")
        words |= {first} if does in COMPANY_WORDS and entity.kind is EntityKind.ORGANIZATION else set()
        for word in words:
            called.setdefault(word, set()).add(entity.id)
            if entity.kind is EntityKind.PERSON:
                surnames.setdefault(word, set()).add(entity.id)
    for sentence in names.parsed.sentences:
        for token in sentence:
            owners = called.get(token.lower_) or _called_nearly(token, surnames)
            written = token.pos_ == "PROPN" and (token.is_title or token.is_upper)
            if token.i not in names._at and written and len(owners) == 1:
                owner = next(iter(owners))
                item = Found(token.i, token.i + 1, token.text, "PERSON")
                names._at[token.i] = (owner, item)
                names.mentions.append(_mention(names.parsed, item, owner))
                entity = names.entities[owner]
                spellings = entity.names if token.text in entity.names else (*entity.names, token.text)
                names.entities[owner] = replace(entity, names=spellings, mentions=entity.mentions + 1)


def _called_nearly(token: Token, surnames: dict[str, set[str]]) -> set[str]:
    """Whose surname a word is that differs from it in no more than the spelling; never two people's."""
    if token.pos_ != "PROPN" or len(token.text) <= 6:
        return set()
    near = [owners for word, owners in sorted(surnames.items()) if ratio(token.lower_, word) >= SAME_SPELLING]
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
            country = country or _country_before(names, token) or _country_behind(names, token)
            if noun == _COALITION:
                country = _leader(names, token)
            if country is not None:
                countries[country.code] = country
                found.setdefault((country.code, noun), []).append(_body_found(token, country))
            elif _is_bare(token, noun):
                bare.append(token)
    main = _main_state(found)
    led = [code for code, noun in found if noun == _COALITION]
    home = _home(names.parsed.report)
    named = min((item.start for items in found.values() for item in items), default=0)
    for token in bare:
        code = main if token.lower_ != _COALITION else led[0] if len(led) == 1 else ""
        if code and home is not None and home.code != code and token.lower_ != _COALITION and token.i < named:
            code = home.code  # a paper's own army is named before another one, and without its state
            countries[code] = home
        if code:
            found.setdefault((code, _body_noun(token)), []).append(_body_found(token, countries[code]))
    for (code, noun), items in found.items():
        _add_body(names, countries[code], noun, items)


def _home(report: Report) -> Country | None:
    """The country that the name of a report's outlet tells, by itself, its people or its capital: "Nairobi Mail"."""
    words = (report.outlet or "").split()
    pairs = [" ".join(pair) for pair in itertools.pairwise(words)]
    told = (look(word) for word in (*pairs, *words) for look in (country_named, country_of_demonym, country_of_capital))
    return next(filter(None, told), None)


def _is_bare(token: Token, noun: str) -> bool:
    """Whether a body is named without its state: "the army", "(the) state television"."""
    lefts = [w.lower_ for w in token.lefts]
    if noun in _MEDIA:
        return [word for word in lefts if word != "the"] == ["state"]
    behind = token.doc[token.i + 1 : token.i + 3]
    elsewhere = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].text[:1].isupper()
    of_another = elsewhere and not office_of(behind[1].lower_)
    return noun in _OF_A_STATE | {_COALITION} and lefts == ["the"] and not of_another


def _country_before(names: Names, token: Token) -> Country | None:
    """The state whose name or people's name stands right before a body, also where the parser hangs it on a word
    behind ("Kenyan army shelling") or the apostrophe is lost ("Kenyas defence ministry")."""
    i = token.i - 1
    while i > token.sent.start and token.doc[i].lower_ in _BETWEEN:
        i -= 1
    return names.country_at(token.doc[i]) if i >= token.sent.start else None


def _country_behind(names: Names, token: Token) -> Country | None:
    """The state that a body is said to be of: "the army of Kenya"."""
    behind = [t for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ != "the"]
    of = behind[1] if len(behind) > 1 and behind[0].lower_ == "of" else None
    return names.country_at(of) if of is not None and names.at(of) else None


def _add_bearers(names: Names) -> None:
    """Give those who bear a post of a body together ("the co-chairs of the Commission") an entity in this report."""
    report = names.parsed.report
    for token, body, post in list(bearers(names)):
        plural = "co-chairs" if post == "co-chair" else token.lower_
        name = f"{names.entities[body].name} {plural}"
        entity = content_id("entity", report.id, f"{body} {post}")
        group = LocalEntity(entity, report.id, name, EntityKind.GROUP, (name,), (), None, 0)
        names.bearers.append((token.i, entity, post))
        item = Found(token.i, token.i + 1, token.text, "BODY")
        _mention_all(names, names.entities.get(entity, group), [item])


def _body_noun(token: Token) -> str:
    """The noun under which a body of a state is gathered, or "": "army", "state television" for each word for it."""
    if token.lower_ == "ministry":
        first = token.i
        while first > token.sent.start and token.doc[first - 1].lower_ in BRANCHES:
            first -= 1
        return str(token.doc[first : token.i + 1].text.lower())
    if token.lower_ in GROUP_NOUNS or token.lower_ == _COALITION:
        armed = token.lower_ == "forces" and token.i > token.sent.start and token.nbor(-1).lower_ == "armed"
        return _SAME_BODY.get("armed forces" if armed else token.lower_, token.lower_)
    before = token.doc[max(token.sent.start, token.i - 4) : token.i]
    if token.lower_ in BROADCASTERS | {"media"} and any(w.lower_ == "state" for w in before):
        return "state media" if token.lower_ == "media" else "state television"
    return ""


def _leader(names: Names, token: Token) -> Country | None:
    """The state that leads a coalition ("the US-led coalition")."""
    words = token.doc[min(token.left_edge.i, max(token.sent.start, token.i - 3)) : token.i]
    if not any(word.lower_ == "led" or word.lower_.endswith("-led") for word in words):
        return None
    return next((country for word in words if (country := names.country_at(word))), None)


def _body_found(token: Token, country: Country) -> Found:
    return Found(token.i, token.i + 1, token.text, "BODY", country)


def _main_state(found: dict[tuple[str, str], list[Found]]) -> str:
    """The code of the state that at least three quarters of the bodies named with their state belong to, or "". Bodies
    of every kind count where none of a state's own are named with it."""
    counted = Counter({code: 0 for code, _ in found})
    own = [noun for _, noun in found if noun in _OF_A_STATE]
    for (code, noun), items in found.items():
        counted[code] += len(items) if noun in own or (not own and noun != _COALITION) else 0
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
    words = {noun}
    if noun in _SAME_BODY.values():
        words = {"armed forces" if item.name.lower() == "forces" else item.name.lower() for item in items}
    called = [f"{country.adjective} {word}" for word in sorted(words, key=lambda word: (word != noun, word))]
    name = f"{country.name}-led {noun}" if noun == _COALITION else called[0]
    organized = noun in {"army", "government"} | _MEDIA or noun.endswith("ministry")
    entity = LocalEntity(
        content_id("entity", report.id, f"{country.code} {noun}"),
        report.id,
        name,
        EntityKind.ORGANIZATION if organized else EntityKind.GROUP,
        (name,) if noun == _COALITION else tuple(called),
        (),
        country.iso,
        0,
        country.code,
    )
    known = (e for e in names.entities.values() if e.name.lower() == name.lower())  # "the Kenyan Defence Ministry"
    _mention_all(names, next(known, entity), items)


def _add_led(names: Names) -> None:
    """Give a government or campaign that is called after who leads it ("the Doe administration") an entity; "the
    administration" is that of the only one."""
    found: dict[tuple[str, str], list[Found]] = {}
    bare: dict[str, list[Found]] = {}
    for sentence in names.parsed.sentences:
        for token in sentence:
            if token.lower_ not in _LED or token.i in names._at:
                continue
            before = token.i - 1
            while before > sentence.start and token.doc[before].pos_ == "ADJ":
                before -= 1  # "the Doe presidential campaign"
            leader = names.at(token.doc[before]) if before >= sentence.start else None
            item = Found(token.i, token.i + 1, token.text, "BODY")
            if leader is not None and names.entities[leader].kind is EntityKind.PERSON:
                found.setdefault((leader, token.lower_), []).append(item)
            elif [w.lower_ for w in token.lefts] == ["the"]:
                bare.setdefault(token.lower_, []).append(item)
    for (leader, noun), items in found.items():
        alone = sum(other == noun for _, other in found) == 1
        name = f"{names.entities[leader].name.split()[-1]} {noun}"
        report = names.parsed.report.id
        entity = content_id("entity", report, f"{leader} {noun}")
        body = LocalEntity(entity, report, name, EntityKind.ORGANIZATION, (name,), (), None, 0)
        later = [item for item in bare.get(noun, ()) if item.start > items[0].start] if alone else []
        _mention_all(names, body, items + later)


def _mention_all(names: Names, entity: LocalEntity, items: list[Found]) -> None:
    names.entities[entity.id] = replace(entity, mentions=entity.mentions + len(items))
    for item in items:
        names._at[item.start] = (entity.id, item)
        names.mentions.append(_mention(names.parsed, item, entity.id))
