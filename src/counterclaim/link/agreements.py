"""Agreements: the same claim from two or more independent origins, those across sides first.

Two things are put together: equal counts of the same in what is likely one happening, as comparing found them, and
claims of one kind of deed by the same, to the same, on the same day or at the same place in reports of those days. What
is printed in the words of another report is not independent of it, whatever its origin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.link.compare import Finding
from counterclaim.link.compare.charges import CLASS_OF
from counterclaim.link.compare.nouns import head_noun, modifiers, tells
from counterclaim.link.groups import components
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import Scene, scenes_of
from counterclaim.link.when import published
from counterclaim.records import (
    Agreement,
    Claim,
    Evidence,
    Figure,
    Modality,
    Polarity,
    Slot,
    Verdict,
    Who,
    content_id,
)

#: So many words in a row are not alike by chance; they are looked for so far on each side of the evidence, in
#: characters.
_RUN, _BESIDE = 6, 80
#: Claims of one kind on one day that are looked at; more say that all of the pile is about such deeds.
_MOST = 40
#: Reports no further apart than this, in days, can tell of one happening whose day only one of them gives.
_DAYS = 1
#: A place that more than this share of the reports name does not tell one happening from another.
_COMMON, _SMALL = 0.12, 12.0
#: Predicates that tell no happening.
_EMPTY = frozenset(
    "be have do make take go get say tell see come give use need know keep let try want continue begin start find put "
    "exist become show help work think look set call happen remain seem report confirm add accuse deny claim believe "
    "include follow lead cause leave hold carry bring turn run come according describe note mention stress".split()
)
#: The lowest number that two accounts do not share by chance, without and with a place.
_TELLS = {False: 4, True: 2}
_COUNTED = re.compile(r"How many (?P<whom>.+?) (?P<rest>were .+)\?")
_KNOWN = frozenset({"people", "civilians", "children", "women", "fighters", "troops", "medics"})
_QUANTITIES = frozenset("hundred thousand dozen score ten number most rest half third all".split())
_WORD = re.compile(r"[^\W_]+")
#: A sentence of more characters than this is not plain.
_LONG = 240


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with what decides whether another one says the same."""

    claim: Claim
    scene: Scene
    kind: str
    agents: frozenset[str]
    patients: frozenset[str]
    number: float | None
    published: date | None


def gather_agreements(
    pile: Pile,
    findings: Sequence[Finding],
    incidents: Mapping[str, str] | None = None,
    scenes: Mapping[str, Scene] | None = None,
) -> list[Agreement]:
    """The agreements of a pile, those across sides first, then those of most origins. `incidents` gives the incident
    of a claim, by their ids; `scenes` are those of the claims, where they are known already."""
    told = {t.claim.id: t for t in _tellings(pile, scenes_of(pile) if scenes is None else scenes)}
    made = [*_of_counts(pile, findings, incidents or {}), *_of_claims(pile, incidents or {}, told)]
    first: dict[tuple[str, ...], tuple[bool, Agreement]] = {}
    for across, agreement in made:
        reports = tuple(sorted({piece.report for piece in agreement.evidence}))
        key = (*reports, " ".join(sorted(set(_WORD.findall(agreement.claim.lower())))))
        first.setdefault(key, (across, agreement))
    ranked = sorted(first.values(), key=lambda item: (not item[0], -item[1].origins, item[1].id))
    return [agreement for _, agreement in ranked]


def _of_counts(
    pile: Pile, findings: Sequence[Finding], incidents: Mapping[str, str]
) -> Iterator[tuple[bool, Agreement]]:
    """Equal numbers in what comparing took for one happening."""
    same = [f for f in findings if f.judgement.slot is Slot.COUNT and f.judgement.verdict is Verdict.SAME]
    equal = [f for f in same if _number(pile.figures[f.left.record]) == _number(pile.figures[f.right.record])]
    sure = [f for f in equal if _number(pile.figures[f.left.record]) is not None]
    answers = {a.record: a for f in sure for a in (f.left, f.right)}
    order = sorted(answers, key=lambda r: (pile.rank(answers[r].evidence.report), answers[r].evidence.start, r))
    asked = {record: f for f in reversed(sure) for record in (f.left.record, f.right.record)}
    for group in components(order, [(f.left.record, f.right.record) for f in sure]):
        first = asked[group[0]]
        number = _number(pile.figures[group[0]]) or 0
        placed = " in " in first.question
        if number < _TELLS[placed]:
            continue
        figures = [pile.figures[record] for record in group]
        pieces = [(answers[record].evidence, answers[record].statement) for record in group]
        incident = _incident(incidents, (figure.claim for figure in figures))
        yield from _agreement(pile, _sentence(number, figures, first.question), pieces, incident)


def _sentence(number: float, figures: Sequence[Figure], question: str) -> str:
    """The question of a count as a plain sentence with the number, counting in the words of the reports."""
    match = _COUNTED.match(question)
    if match is None:
        return f"{number:,.0f}: {question}"
    whom = match["whom"]
    if whom not in _KNOWN:
        said = sorted(
            {f.of.strip() for f in figures if f.of and f.of.lower().endswith(("s", "n"))}, key=lambda w: (len(w), w)
        )
        whom = said[0] if said else "people"
    open_ = all(f.high is None for f in figures)
    return f"{'At least ' if open_ else ''}{number:,.0f} {whom} {match['rest']}."


def _number(figure: Figure) -> float | None:
    """The number itself; None for "dozens" and for ranges."""
    if figure.best is not None:
        return figure.best
    exact = figure.low is not None and figure.high is None and not figure.approximate
    return figure.low if exact else None


def _of_claims(pile: Pile, incidents: Mapping[str, str], told: Mapping[str, _Told]) -> Iterator[tuple[bool, Agreement]]:
    order = sorted(told, key=lambda c: (pile.rank(told[c].claim.report), told[c].claim.trigger.start, c))
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for claim in order:
        for key in _keys(told[claim], incidents.get(claim)):
            blocks[key].append(claim)
    pairs = set()
    for key in sorted(blocks):
        for left, right in pile.pairs("agreements", blocks[key][:_MOST]):
            one = incidents.get(left) is not None and incidents.get(left) == incidents.get(right)
            if _same(pile, told[left], told[right], one):
                pairs.add((left, right))
    joined = {claim for pair in pairs for claim in pair}
    for group in components([c for c in order if c in joined], sorted(pairs)):
        claims = [told[c].claim for c in group]
        pieces = [(pile.evidence(c.report, told[c.id].scene.sentence), c.statement) for c in claims]
        plain = [piece for piece, _ in pieces if len(piece.text) <= _LONG]
        if not plain:
            continue
        words = min(plain, key=lambda p: (len(p.text), p.report, p.start)).text.strip().strip("\"“”' ")
        sentence = words[:1].upper() + words[1:].rstrip(".") + "."
        incident = _incident(incidents, (c.id for c in claims))
        yield from _agreement(pile, sentence, pieces, incident)


def _tellings(pile: Pile, scenes: Mapping[str, Scene]) -> Iterator[_Told]:
    for claim in pile.claims.values():
        word = claim.predicate.split()[0]
        if claim.polarity is not Polarity.POSITIVE or claim.modality is not Modality.FACT or claim.agent_any:
            continue
        if word in _EMPTY or (claim.event is None and word not in CLASS_OF):
            continue
        figure = pile.figures.get(claim.figure or "")
        agents, patients = _parts(pile, claim.agent), _parts(pile, claim.patient)
        if not patients or not (agents or figure):
            continue
        yield _Told(
            claim,
            scenes[claim.id],
            CLASS_OF.get(word, word),
            agents,
            patients,
            _number(figure) if figure else None,
            published(pile, claim.report),
        )


def _parts(pile: Pile, whos: Sequence[Who]) -> frozenset[str]:
    """Who takes part: entities, and nouns with what tells them apart."""
    return frozenset(part for who in whos if (part := _part(pile, who)))


def _part(pile: Pile, who: Who) -> str | None:
    actor = pile.actor(who)
    if actor is not None:
        return actor
    words = who.span.text if who.span else who.name
    noun = head_noun(words)
    if (
        not tells(noun)
        or noun in _QUANTITIES
        or who.name.lower() in {"he", "she", "it", "they", "who", "which", "that", "this"}
    ):
        return None
    return " ".join([*sorted(modifiers(words) - {noun}), noun])


def _keys(told: _Told, incident: str | None) -> Iterator[tuple[str, ...]]:
    """What a claim is filed under: its kind, who and whom, and its incident or the days it can be of."""
    if incident is not None:
        for agent in sorted(told.agents):
            yield from ((told.kind, agent, patient, incident) for patient in sorted(told.patients))
    days = {told.scene.day} if told.scene.day and not told.scene.carried else set()
    if not days and told.published is not None:
        days = {date.fromordinal(told.published.toordinal() - n) for n in range(_DAYS + 1)}
    for patient in sorted(told.patients):
        for day in sorted(days):
            for agent in sorted(told.agents) or [""]:
                yield told.kind, agent, patient, day.isoformat()


def _same(pile: Pile, left: _Told, right: _Told, one: bool) -> bool:
    """Whether two claims that share kind, agent, patient and day say the same of one happening: of `one` incident, or
    of one place or the same number on one day."""
    if left.claim.report == right.claim.report:
        return False
    if one and left.agents & right.agents and left.patients & right.patients:
        return left.number == right.number or {left.number, right.number} == {None, 1}
    if left.number != right.number or left.agents != right.agents:
        return False
    days = left.scene.day, right.scene.day
    if days[0] and days[1] and days[0] != days[1]:
        return False
    most = max(_SMALL, _COMMON * len(pile.reports))
    places = {p for p in left.scene.places & right.scene.places if pile.frequency.get(p, 0) <= most}
    if left.scene.places and right.scene.places and not places:
        return False
    surely = not (left.scene.carried or right.scene.carried) and None not in days
    return bool(places) or (surely and left.number is not None)


def _agreement(
    pile: Pile, words: str, told: Sequence[tuple[Evidence, str]], incident: str | None
) -> Iterator[tuple[bool, Agreement]]:
    """The agreement of these words, told by pieces of evidence in statements, if they are of two origins."""
    origins = _independent(pile, told)
    if origins < 2:
        return
    sides = {side for _, s in told for who in pile.statements[s].sources if (side := pile.side(who))}
    pieces = tuple(dict.fromkeys(piece for piece, _ in told))
    first = pieces[0]
    id_ = content_id("agreement", first.report, first.start, first.end)
    yield len(sides) > 1, Agreement(id_, incident, words, pieces, origins)


def _incident(incidents: Mapping[str, str], claims: Iterable[str | None]) -> str | None:
    """The incident that most of the claims are of, the first of those."""
    found = Counter(incidents[claim] for claim in claims if claim and claim in incidents)
    return max(found, key=lambda incident: found[incident], default=None)


def _independent(pile: Pile, told: Sequence[tuple[Evidence, str]]) -> int:
    """How many origins there are: reports of one origin or one outlet are one, and so are those that have it from the
    same source, or have words in a row in common there."""
    first: dict[tuple[str, ...], str] = {}
    reports = list(dict.fromkeys(piece.report for piece, _ in told))
    pairs: list[tuple[str, str]] = []
    for piece, statement in told:
        report = pile.reports[piece.report]
        keys = [("origin", pile.origins[report.id]), *(("run", *run) for run in _runs(report.text, piece))]
        keys += [("source", e.id) for who in pile.statements[statement].sources if (e := pile.entity(who))]
        keys += [("outlet", report.outlet)] if report.outlet else []
        pairs.extend((first.setdefault(key, report.id), report.id) for key in keys)
    return len(components(reports, pairs))


def _runs(text: str, piece: Evidence) -> Iterator[tuple[str, ...]]:
    """The runs of words in a piece and around it: two reports may both say "killing five", but not much more alike."""
    words = [w.lower() for w in _WORD.findall(text[max(0, piece.start - _BESIDE) : piece.end + _BESIDE])]
    return (tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
