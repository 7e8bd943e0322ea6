"""Agreements: the same claim from two or more independent origins, those across sides first.

Four things are put together: equal numbers of the same in what is likely one happening, plain facts of violence that
sentences of two reports share (`agreed/`), states that several reports give one process, and claims of other deeds that
say the same (`alike.py`). What is printed in the words of another report is not independent of it, whatever its origin,
and neither are two bodies of one state.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.link.agreed.alike import Alike
from counterclaim.link.agreed.counted import WERE, day_of, place_of, sentence_of
from counterclaim.link.agreed.facts import Facts, facts_of
from counterclaim.link.agreed.independent import independent
from counterclaim.link.agreed.numbers import can_be_one, comes_on_top, equal_numbers
from counterclaim.link.agreed.odds import Odds
from counterclaim.link.alike import alike_claims, number_of
from counterclaim.link.compare import Finding
from counterclaim.link.compare.times.words import span_in_words
from counterclaim.link.groups import components
from counterclaim.link.incidents.likeness import Likeness
from counterclaim.link.incidents.tellings import Tellings
from counterclaim.link.pile import Pile
from counterclaim.link.scenes import scenes_of
from counterclaim.records import (
    Act,
    Agreement,
    Claim,
    Evidence,
    Figure,
    Polarity,
    Process,
    ProcessState,
    ProcessStep,
    Slot,
    Verdict,
    content_id,
)
from counterclaim.records.timex import date_span

#: The lowest number that two accounts do not share by chance, without and with a place.
_TELLS = {False: 4, True: 2}
_COUNT = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred\w*|thousand\w*"
    r"|dozens?|scores)\b",
    re.I,
)
#: Words that hang on what was said before them.
_HANGS = re.compile(
    r"\W*(?:it(?! (?:was|is) [\w ]{1,40}\b(?:who|that)\b)|its|they|their|he|his|she|her"
    r"|this|these|that|those|who|which|such|also|but|and"
    r"|when|where|while|after|before|there|here|to"
    r"|the (?:two|three|four|five|same|latter|former)|[a-z]+ing|[a-z]+ed)\b",
    re.I,
)
#: States that are there for all to see; what one side wants is no fact that others agree on.
_THERE = frozenset({
    ProcessState.AGREED, ProcessState.IN_FORCE, ProcessState.HELD, ProcessState.CARRIED_OUT, ProcessState.EXTENDED,
    ProcessState.SUSPENDED, ProcessState.ENDED, ProcessState.VIOLATED, ProcessState.SCHEDULED,
})  # fmt: skip
#: Pieces of evidence that one report gives an agreement.
_PIECES = 2
#: A sentence of more characters than this is not plain.
_LONG = 240
#: Fewer words than these are no sentence ("regime raids").
_SHORT = 5


def gather_agreements(
    pile: Pile,
    findings: Sequence[Finding],
    incidents: Mapping[str, str] | None = None,
    tellings: Tellings | None = None,
    processes: Sequence[Process] = (),
) -> list[Agreement]:
    """The agreements of a pile, those across sides first, then those of most origins. `incidents` gives the incident
    of a claim, by their ids; `tellings` are those of the pile, where they are made already, `processes` its own."""
    tellings = Tellings(pile, scenes_of(pile)) if tellings is None else tellings
    kept: list[tuple[bool, Agreement]] = []
    by_report: dict[str, list[Agreement]] = defaultdict(list)
    for counted, made in (
        (True, _of_counts(pile, findings, incidents or {}, tellings)),
        (False, _of_facts(pile, findings, incidents or {}, tellings)),
        (True, _of_states(pile, processes)),
        (False, _of_claims(pile, incidents or {}, tellings)),
    ):
        for across, agreement in made:
            reports = sorted({piece.report for piece in agreement.evidence})
            before = {other.id: other for report in reports for other in by_report[report]}
            if any(
                other.claim == agreement.claim if counted else goes_in(agreement, other) for other in before.values()
            ):
                continue
            kept.append((across, agreement))
            for report in reports:
                by_report[report].append(agreement)
    ranked = sorted(kept, key=lambda item: (not item[0], -item[1].origins, item[1].id))
    return [agreement for _, agreement in ranked]


def goes_in(agreement: Agreement, other: Agreement) -> bool:
    """Whether each piece of an agreement has words in common with a piece of another one."""
    return all(
        any(piece.report == o.report and piece.start < o.end and o.start < piece.end for o in other.evidence)
        for piece in agreement.evidence
    )


def _of_counts(
    pile: Pile, findings: Sequence[Finding], incidents: Mapping[str, str], tellings: Tellings
) -> Iterator[tuple[bool, Agreement]]:
    """Equal numbers in what comparing took for one happening."""
    same = [f for f in findings if f.judgement.slot is Slot.COUNT and f.judgement.verdict is Verdict.SAME]
    equal = [
        f
        for f in same
        if not any(
            _denied(pile, one) or comes_on_top(pile, one) for one in (pile.figures[a.record] for a in (f.left, f.right))
        )
        and number_of(pile.figures[f.left.record]) == number_of(pile.figures[f.right.record])
        and can_be_one(tellings, pile.figures[f.left.record], pile.figures[f.right.record])
    ]
    told = {
        a.record: (a.evidence, a.statement)
        for f in equal
        for a in (f.left, f.right)
        if number_of(pile.figures[a.record]) is not None
    }
    pile.comparing = "agreements"
    pairs = [(f.left.record, f.right.record) for f in equal if f.left.record in told]
    for pair in equal_numbers(pile, tellings, incidents):
        pieces = {record: piece for record in pair if (piece := _told(pile, tellings, pile.figures[record]))}
        if len(pieces) == len(pair):
            pairs.append(pair)
            told = pieces | told
    order = sorted(told, key=lambda r: (pile.rank(told[r][0].report), told[r][0].start, r))
    for group in components(order, pairs):
        number = number_of(pile.figures[group[0]]) or 0
        figures = [pile.figures[record] for record in group]
        place = place_of(pile, figures)
        harmed = any(happened in WERE for figure in figures for happened in figure.happened)
        if number < _TELLS[place is not None and harmed]:
            continue
        gathered = [told[record] for record in group]
        incident = _incident(incidents, (figure.claim for figure in figures))
        sentence = sentence_of(pile, number, figures, place, day_of(pile, tellings, figures))
        if sentence is None:
            continue
        yield from _agreement(pile, (group[0], sentence), gathered, incident)


def _denied(pile: Pile, figure: Figure) -> bool:
    """Whether a number is only named to be denied ("denied having lost 30 fighters")."""
    claim = pile.claims.get(figure.claim or "")
    statement = pile.statements.get(figure.statement or (claim.statement if claim else ""))
    return (claim is not None and claim.polarity is Polarity.NEGATIVE) or (
        statement is not None and statement.act is Act.DENY
    )


def _told(pile: Pile, tellings: Tellings, figure: Figure) -> tuple[Evidence, str] | None:
    """The sentence of a figure, and the statement that it is of."""
    claim = pile.claims.get(figure.claim or "")
    statement = figure.statement or (claim.statement if claim else None)
    if statement is None or _denied(pile, figure):
        return None
    return pile.evidence(figure.report, tellings.scene_of(figure).sentence), statement


def _of_claims(pile: Pile, incidents: Mapping[str, str], tellings: Tellings) -> Iterator[tuple[bool, Agreement]]:
    for group, sayings in alike_claims(pile, tellings, incidents):
        pieces = [(pile.evidence(t.claim.report, t.scene.sentence), t.claim.statement) for t in group]
        shared = frozenset.intersection(*(_numbers(piece.text) for piece, _ in pieces))
        clauses = [t.claim.spans[0].text for t in sayings if _is_clause(t.claim)]
        plain = [clause for clause in clauses if _numbers(clause) <= shared and _is_plain(clause)]
        if not plain:
            continue  # whatever is shown for them would tell more than they share
        words = min(plain, key=lambda clause: (len(clause), clause)).strip().strip("\"“”' ")
        sentence = words[:1].upper() + words[1:].rstrip(".") + "."
        incident = _incident(incidents, (t.claim.id for t in group))
        yield from _agreement(pile, (group[0].claim.id, sentence), pieces, incident)


def _is_clause(claim: Claim) -> bool:
    """Whether its words have a subject before their verb; "struck the town", "strikes on the town" have none."""
    ahead = claim.spans[0].text[: max(0, claim.trigger.start - claim.spans[0].start)]
    return any((who.span.text if who.span else who.name) in ahead for who in (*claim.agent, *claim.patient))


def _is_plain(words: str) -> bool:
    """Whether words can be understood without those before them."""
    return len(words.split()) >= _SHORT and len(words) <= _LONG and not _HANGS.match(words)


def _of_facts(
    pile: Pile, findings: Sequence[Finding], incidents: Mapping[str, str], tellings: Tellings
) -> Iterator[tuple[bool, Agreement]]:
    """Plain facts of violence that sentences of two or more reports share, of those who are not at odds over them."""
    told = list(facts_of(pile, tellings, incidents))
    alike = Alike(pile, Likeness.of(pile, tellings), told)
    odds = Odds.of(pile, findings, incidents)
    pile.comparing = "agreements"
    by_sentence: dict[str, list[Facts]] = defaultdict(list)
    for group, shared in alike.groups():
        if (agreed := odds.agreed(group, shared)) is not None:
            by_sentence[alike.sentence(agreed, shared)] += agreed
    for sentence, facts in by_sentence.items():
        pieces = [(fact.sentence, fact.claims[0].statement) for fact in facts]
        incident = _incident(incidents, (claim.id for fact in facts for claim in fact.claims))
        own_word = all(fact.claimed for fact in facts)  # all have it from who says that it was them
        yield from _agreement(pile, (facts[0].claims[0].id, sentence), pieces, incident, own_word=own_word)


def _of_states(pile: Pile, processes: Iterable[Process]) -> Iterator[tuple[bool, Agreement]]:
    """A state that two or more reports give to one process."""
    for process in processes:
        by_state: dict[ProcessState, list[ProcessStep]] = defaultdict(list)
        for step in process.states:
            if step.state in _THERE:
                by_state[step.state].append(step)
        for state, steps in by_state.items():
            dates = {step.date for step in steps if step.date}
            if len(dates) > 1:
                continue
            told = {
                piece: statement
                for step in steps
                for piece in step.evidence
                if (statement := _statement_at(pile, piece)) is not None
            }
            named = any(letter.isdigit() for letter in process.name)
            day = f" on {_in_words(min(dates))}" if dates and not named else ""
            first = content_id("state", process.id, state.value)
            yield from _agreement(pile, (first, f"{process.name}: {state.value}{day}."), list(told.items()), None)


def _in_words(value: str) -> str:
    """A day, month or year as a reader writes it."""
    span = date_span(value)
    return span_in_words(span) if span else value


def _statement_at(pile: Pile, piece: Evidence) -> str | None:
    """The first statement of some one that has words in a sentence, else what the outlet tells there itself."""
    found = [
        statement
        for statement in pile.annotations[piece.report].statements
        if any(part.start < piece.end and piece.start < part.end for part in statement.content)
    ]
    return min(found, key=lambda s: (pile.outlet_says(s), s.content[0].start, s.id)).id if found else None


def _numbers(words: str) -> frozenset[str]:
    """The numbers in some words, as they are written."""
    return frozenset(match.lower() for match in _COUNT.findall(words))


def _agreement(
    pile: Pile,
    what: tuple[str, str],
    told: Sequence[tuple[Evidence, str]],
    incident: str | None,
    *,
    own_word: bool = False,
) -> Iterator[tuple[bool, Agreement]]:
    """The agreement of which `what` gives the first record and the sentence, told by pieces of evidence in statements,
    if they are of two origins; `own_word` if all have it from whom it is about, who is then no one source. A sentence
    may begin two agreements ("4 dead and 4 injured"), a record only one."""
    origins = independent(pile, told, own_word=own_word)
    if origins < 2:
        return
    sides = {side for _, s in told for who in pile.statements[s].sources if (side := pile.side(who))}
    pieces = tuple(_few(dict.fromkeys(piece for piece, _ in told)))
    first = pieces[0]
    id_ = content_id("agreement", first.report, first.start, first.end, what[0])
    yield len(sides) > 1, Agreement(id_, incident, what[1], pieces, origins)


def _few(pieces: Iterable[Evidence]) -> Iterator[Evidence]:
    """No more than a few pieces of each report: it says so once for its reader."""
    shown: Counter[str] = Counter()
    for piece in pieces:
        shown[piece.report] += 1
        if shown[piece.report] <= _PIECES:
            yield piece


def _incident(incidents: Mapping[str, str], claims: Iterable[str | None]) -> str | None:
    """The incident that most of the claims are of, the first of those."""
    found = Counter(incidents[claim] for claim in claims if claim and claim in incidents)
    return max(found, key=lambda incident: found[incident], default=None)
