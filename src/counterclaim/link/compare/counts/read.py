"""What the figures of a report count, as far as another report may count the same: whom or what, and what befell them.

Harm to people is counted whoever they are. What is no harm (deployed, living under siege, fired) is counted too, but
only things of one name are ever compared there (`pairs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from counterclaim.link.compare.counts.beside import sentence_around
from counterclaim.link.compare.counts.count import Count
from counterclaim.link.compare.counts.holders import speakers
from counterclaim.link.compare.counts.losses import losses, lost_by, own_losses
from counterclaim.link.compare.counts.matters import matter
from counterclaim.link.compare.counts.parts import summed
from counterclaim.link.compare.counts.sizes import bounds, size
from counterclaim.link.compare.counts.verdicts import is_part
from counterclaim.link.compare.counts.words import AFTERWARDS, AS_OF, ASIDE, LONG, NAMELESS, OWN_TOLL
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.incidents.tellings import HARM, Telling, Tellings, deeds_in
from counterclaim.link.pile import Pile
from counterclaim.records import EntityKind, Figure, Happened, Modality, Span, Statement, Who
from counterclaim.records.timex import date_span

_VICTIMS = {
    "people": "people person other victim dead body casualty wounded injured inhabitant life man resident death injury "
    "martyr passenger fatality citizen villager pilgrim evacuee worshipper worshiper shopper mourner guest tourist "
    "traveller traveler commuter local corpse soul individual human name patient prisoner detainee captive hostage "
    "refugee migrant townspeople townsfolk countryman national relative student",
    "civilians": "civilian noncombatant non-combatant",
    "children": "child kid minor boy girl baby infant pupil schoolchild schoolgirl schoolboy toddler teenager",
    "women": "woman female",
    "fighters": "militant rebel fighter insurgent terrorist jihadist gunman member extremist combatant guerrilla "
    "militiaman attacker assailant separatist mercenary element bandit raider",
    "troops": "troop officer policeman guard conscript loyalist serviceman soldier personnel marine paratrooper "
    "peacekeeper gendarme",
    "medics": "medic doctor nurse paramedic staff staffer",
}
_CLASS_OF = {noun: name for name, nouns in _VICTIMS.items() for noun in (name, *nouns.split())}
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP})
#: Words for people of any kind: soldiers are men, and so are the dead.
_ANYBODY = frozenset(
    "man member body corpse victim dead death casualty name life soul other comrade colleague fatality loss".split()
)
#: What happens to people alone, whatever they are called ("farmers", "bystanders"), but for what is no single person.
_TO_PEOPLE = frozenset(
    {Happened.KILLED, Happened.INJURED, Happened.ARRESTED, Happened.MISSING, Happened.RELEASED, Happened.DISPLACED}
)
_THINGS = frozenset(
    "family household clan couple village town city district house home animal cow sheep goat horse camel dog cattle "
    "livestock tank vehicle truck car van bus aircraft plane helicopter ship boat vessel drone missile rocket shell "
    "shot bomb mortar grenade mine bullet round cartridge weapon rifle pistol bag crate container wagon".split()
)
#: Things that one account calls by another name than the next.
_SAME_THING = {
    "hut": "house",
    "home": "house",
    "dwelling": "house",
    "lorry": "truck",
    "plane": "aircraft",
    "gun": "weapon",
    "firearm": "weapon",
    "arm": "weapon",
    "crowd": "people",
}
#: What befalls things and areas, or is no harm: there only what has one name is compared.
_UNHARMED = frozenset({Happened.DISPLACED, Happened.DEPLOYED, Happened.PRESENT, Happened.OTHER})
#: Whom a count of people may count too, where another account is more exact.
ALSO_PEOPLE = frozenset({"people", "civilians"})
#: How far around a number words tell that it is counted over a long time, in characters.
_AROUND = 150
_MEN = re.compile(r"men$")
_OF_A_STATE = re.compile(
    r"\b(?:army|military|ministry|minister|police|government|navy|air force|forces|command|state|president|"
    r"spokes\w+)\b",
    re.I,
)
#: Who says so gives a number as its own.
_ESTIMATES = re.compile(r"\b(?:estimat|assess|reckon|calculat|conclu|judg)", re.I)
#: So near a number a word tells of the counted, in characters.
_BESIDE = 60
#: How far before a part its whole is counted, in characters.
_WHOLE_BEFORE = 300
#: Between two numbers that are counted side by side, each of its own ("two guards and four drivers").
_SIDE_BY_SIDE = re.compile(r"(?:, (?:and )?| and | as well as )")
#: So many are killed, hurt or taken in no single happening.
_OF_A_WAR = 5000
#: What is counted over more days than this is another number every week.
_A_WEEK = 9


def counts_of(pile: Pile, tellings: Tellings, figures: Sequence[Figure]) -> Iterator[tuple[Telling, list[Count]]]:
    """The counts of one report, each with its telling. A figure counts once for each thing that happened to the
    counted; one of the killed and the injured together counts neither."""
    wholes = summed(figures)
    own = {figure.id: _kind(pile, figure, figures) for figure in figures}
    kinds = [(figure.span, own[figure.id]) for figure in figures]
    seen: set[Happened] = set()
    for figure in sorted(figures, key=lambda f: (f.span.start, f.id)):
        said = _statement(pile, figure)
        if bounds(figure) == (None, None) or said is None:
            continue
        if {Happened.KILLED, Happened.INJURED} <= set(figure.happened) or not _came_about(pile, figure):
            continue
        found = _telling(tellings, figure)
        made = replace(figure, statement=said.id) if figure.statement is None else figure
        yield found, [*_counts(pile, tellings, (made, said, own[figure.id]), (wholes, kinds), seen)]
        seen.update(figure.happened)


def _kind(pile: Pile, figure: Figure, figures: Sequence[Figure]) -> str:
    """Whom a figure counts. Of two numbers side by side ("two guides and four drivers") each counts its own only,
    whatever they are called."""
    kind, noun = victims(figure), head_noun(figure.of or "")
    if kind == "people" and is_anybody(figure):
        whose = own_losses(pile, figure) or lost_by(pile, figure)
        if whose:
            return "troops" if _OF_A_STATE.search(whose) else "fighters"
    if kind != "people" or not noun or noun in _CLASS_OF or is_anybody(figure):
        return kind
    text = pile.reports[figure.report].text
    for other in figures:
        first, last = sorted((figure, other), key=lambda each: each.span.start)
        beside = _SIDE_BY_SIDE.fullmatch(text[first.span.end : last.span.start].removeprefix(f" {first.of or ''}"))
        if beside and set(figure.happened) & set(other.happened) and head_noun(other.of or noun) != noun:
            return noun
    return kind


def _came_about(pile: Pile, figure: Figure) -> bool:
    """Whether what a figure counts is told as a fact or as somebody's estimate, not as planned, demanded or feared."""
    claim = pile.claims.get(figure.claim or "")
    if claim is not None and claim.modality is Modality.HYPOTHESIS:
        said = pile.statements.get(figure.statement or "")
        return said is not None and said.cue is not None and bool(_ESTIMATES.search(said.cue.text))
    return claim is None or claim.modality in {Modality.FACT, Modality.PRESUPPOSED}


def _telling(tellings: Tellings, figure: Figure) -> Telling:
    """A figure as what is told; also where nothing befell what it counts."""
    found = tellings.of_figure(figure)
    if found is None:
        found = replace(tellings.at(figure.report, figure.span.start, figure.span.end), record=figure.id)
    if AS_OF.search(figure_words(figure, found.sentence)):
        found = replace(found, when=None, carried=True)
    return replace(found, cumulative=is_long(figure, found.sentence), deeds=_deeds(figure, found))


def _deeds(figure: Figure, found: Telling) -> frozenset[str]:
    """By what means it was, without what the sentence passes on to behind the figure."""
    text, end = found.sentence.text, max(0, figure.span.end - found.sentence.start)
    aside = ASIDE.search(text, end)
    if aside:
        return deeds_in(text[: aside.start()])
    passes = AFTERWARDS.search(text, end)
    return (deeds_in(text[: passes.start()]) if passes else frozenset()) or found.deeds


def figure_words(figure: Figure, sentence: Span) -> str:
    """The words around a figure in its sentence."""
    at = figure.span.start - sentence.start
    return sentence.text[max(0, at - _AROUND) : at + len(figure.span.text) + _AROUND]


def beside(pile: Pile, figure: Figure) -> str:
    """The words right beside a figure, within its sentence."""
    sentence, span = sentence_at(pile.reports[figure.report].text, figure.span.start, figure.span.end), figure.span
    at = span.start - sentence.start
    return sentence.text[max(0, at - _BESIDE) : at + len(span.text) + _BESIDE]


def _matter(pile: Pile, figure: Figure) -> str:
    """What the counted had to do with it, where no harm was done to them ("on board"); empty where nothing tells."""
    sentence, span = sentence_at(pile.reports[figure.report].text, figure.span.start, figure.span.end), figure.span
    at = span.start - sentence.start
    before, after = sentence.text[max(0, at - _BESIDE) : at], sentence.text[at + len(span.text) :][:_BESIDE]
    noun = _MEN.sub("man", head_noun(figure.of or "people"))
    return matter(before, span.text, after, noun, people=_may_be_people(figure))


def _may_be_people(figure: Figure) -> bool:
    return _MEN.sub("man", head_noun(figure.of or "people")) not in _THINGS


def is_long(figure: Figure, sentence: Span) -> bool:
    """Whether a number is counted over a long time: since a year, this month, in the war."""
    spans = [date_span(value) for value in (figure.since, figure.until) if value]
    days = [day for span in spans if span for day in span]
    if days and (max(days) - min(days)).days > _A_WEEK:
        return True
    if size(figure) >= _OF_A_WAR and not HARM.isdisjoint(figure.happened):
        return True
    return bool(LONG.search(figure_words(figure, sentence)))


def _statement(pile: Pile, figure: Figure) -> Statement | None:
    """The statement that a figure is part of; where none was found, the one whose words it stands in or that its
    report tells in its own voice, last before it."""
    own = pile.statements.get(figure.statement or "")
    if own is not None:
        return own
    told = pile.annotations[figure.report].statements
    inside = [s for s in told if any(piece.covers(figure.span) for piece in s.content)]
    own_voice = [s for s in told if pile.outlet_says(s)]
    before = [s for s in own_voice if s.content[0].start <= figure.span.start]
    nearest = inside or before or own_voice
    return nearest[-1] if nearest else None


def _counts(
    pile: Pile,
    tellings: Tellings,
    told: tuple[Figure, Statement, str],
    others: tuple[Mapping[str, str], Sequence[tuple[Span, str]]],
    seen: set[Happened],
) -> Iterator[Count]:
    """A figure (of a statement, and whom it counts) as the counts that it gives."""
    (figure, statement, kind), (wholes, kinds) = told, others
    scene, found = tellings.scene_of(figure), _telling(tellings, figure)
    if found.when is None:
        scene = replace(scene, when=None, carried=True)
    whole = pile.figures.get(figure.part_of or wholes.get(figure.id, ""))
    counted = any(0 < figure.span.start - span.start <= _WHOLE_BEFORE for span, _ in kinds)
    part = figure.part_of is not None or figure.id in wholes or is_part(figure, scene, counted=counted)
    like = part and (kind == "people" if whole is None else _holds(whole, kind) or _is_part_of(whole, wholes))
    named = speakers(pile, figure, statement)
    about = _matter(pile, figure)
    for happened in sorted(figure.happened):
        told_of = "" if is_harm(happened) else about
        yield Count(
            figure=figure,
            happened=Happened.OTHER if told_of else happened,
            victims="people" if told_of and _may_be_people(figure) and kind not in _VICTIMS else kind,
            matter=told_of,
            losses=losses(pile, figure),
            day=_day(scene.day, figure),
            scene=scene,
            deeds=found.deeds,
            holder=_holder(pile, figure, statement, named),
            named=named,
            part=part,
            part_of_like=like,
            whole=size(whole) if whole else None,
            apart=frozenset(k for span, k in kinds if scene.sentence.covers(span) and k != kind),
            first=happened not in seen,
            nameless=all(NAMELESS.search(who.name) for who in statement.sources),
            long=found.cumulative,
            harm=is_harm(happened),
        )


def _day(day: date | None, figure: Figure) -> date | None:
    """The day of a count: that of its scene, else the one that it was counted on."""
    if day is not None or figure.since is None or figure.since != figure.until:
        return day
    span = date_span(figure.since)
    return span[0] if span and span[0] == span[1] else None


def _holder(pile: Pile, figure: Figure, statement: Statement, named: Sequence[Who]) -> str:
    """Whose count it is. "The monitor gave a lower toll of 31" is not the outlet's own, though the outlet tells it."""
    if not named and pile.outlet_says(statement) and OWN_TOLL.search(sentence_around(pile, figure)):
        return f"{figure.report} {figure.span.start}"
    sources = [_body(pile, who) for who in named or statement.sources]
    return pile.holder_key(replace(statement, sources=tuple(dict.fromkeys(sources))))


def _body(pile: Pile, who: Who) -> Who:
    """The body that a person speaks for, by what he is there: a monitor and its director are one voice."""
    entity = pile.entity(who)
    if entity is None or entity.kind is not EntityKind.PERSON:
        return who
    bodies = [pile.entities.get(role.of.entity or "") for role in entity.roles if role.of is not None]
    body = next((b for b in bodies if b is not None and b.kind in _BODIES), None)
    return Who(body.members[0], body.name) if body is not None and body.members else who


def _holds(whole: Figure, kind: str) -> bool:
    """Whether a whole counts people of the same kind as its part, as far as it says whom it counts."""
    counted = victims(whole)
    return counted == kind or not is_kind(counted) or (kind == "people" and counted in ALSO_PEOPLE)


def _is_part_of(figure: Figure, wholes: Mapping[str, str]) -> bool:
    return figure.part_of is not None or figure.id in wholes


def victims(figure: Figure) -> str:
    """The kind of people (or things) that a figure counts."""
    noun = _MEN.sub("man", head_noun(figure.of or "people"))
    if noun not in _CLASS_OF and noun not in _THINGS and not _TO_PEOPLE.isdisjoint(figure.happened):
        return "people"
    return _CLASS_OF.get(noun, _SAME_THING.get(noun, noun))


def is_anybody(figure: Figure) -> bool:
    """Whether a figure says nothing of what kind the counted people are."""
    return figure.of is None or _MEN.sub("man", head_noun(figure.of)) in _ANYBODY


def is_known(figure: Figure) -> bool:
    """Whether the counted are called by a noun for a kind of people."""
    return _MEN.sub("man", head_noun(figure.of or "people")) in _CLASS_OF


def is_kind(name: str) -> bool:
    """Whether this names a kind of people, already in the plural."""
    return name in _VICTIMS


def is_harm(happened: Happened) -> bool:
    """Whether something was done to the counted, so that two counts of it are of one happening or of two."""
    return happened in HARM and happened not in _UNHARMED
