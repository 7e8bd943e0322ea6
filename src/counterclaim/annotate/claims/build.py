"""Make claims: one for each predicate of a statement that has somebody or something in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Token

from counterclaim.annotate.claims.alternatives import left_open
from counterclaim.annotate.claims.answers import answers_of, bearer
from counterclaim.annotate.claims.antecedents import antecedent
from counterclaim.annotate.claims.conditions import conditions_of
from counterclaim.annotate.claims.exceptions import exceptions_of
from counterclaim.annotate.claims.moves import Move, moves_of, presupposed_of
from counterclaim.annotate.claims.phrases import phrase
from counterclaim.annotate.claims.predicates import Predicate, is_verb, predicates
from counterclaim.annotate.claims.roles import patients
from counterclaim.annotate.claims.world_of import world_of
from counterclaim.annotate.claims.worlds import World
from counterclaim.annotate.figures.placing import place_figures
from counterclaim.annotate.located import Located, by_content, by_place, ends_of
from counterclaim.annotate.names import Names
from counterclaim.annotate.names.words import LOCATIVE
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.speech import act_of
from counterclaim.annotate.statements import REPORTING
from counterclaim.annotate.times import time_of
from counterclaim.records import (
    Argument,
    Claim,
    EntityKind,
    Figure,
    Manner,
    Modality,
    Polarity,
    Span,
    Statement,
    TimeExpression,
    Who,
    content_id,
)

_PLACES = frozenset({EntityKind.PLACE, EntityKind.STATE})
#: Pronouns of somebody else than the subject, who would be "himself".
_OBJECTS = frozenset({"him", "her", "them", "it"})


@dataclass(frozen=True, slots=True)
class Material:
    """What claims are made of: the parsed report and all that was found in it before."""

    parsed: Parsed
    names: Names
    times: Located[TimeExpression]


def make_claims(
    parsed: Parsed,
    names: Names,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    is_event: Callable[[Token], bool],
) -> tuple[list[Claim], list[Figure]]:
    """The claims of a report in the order of the text, and its figures with their claim, statement, side and agent.

    `is_event` says whether a word tells an event, though nobody may be named in it.
    """
    material = Material(parsed, names, by_place(times))
    by_id = {statement.id: statement for statement in statements}
    contents = by_content(statements)
    cued = Located(statements, lambda statement: ends_of((statement.cue,) if statement.cue else ()))
    claims: dict[str, Claim] = {}
    of_token: dict[int, Claim] = {}
    acts = partial(_acts, names)
    for sentence in parsed.sentences:
        told = {predicate.trigger.i: predicate for predicate in predicates(sentence, acts, is_event)}
        for token in sentence:
            predicate = told.get(token.i)
            moves = moves_of(token) if token.pos_ == "VERB" else []
            if predicate is None and not moves and not is_verb(token):
                continue
            # "X demanded the withdrawal of the troops": that there are troops is X's claim, not the outlet's.
            by_cue = next(iter(cued.at(token.idx)), None)
            statement = innermost(contents, token.idx) or by_cue
            if statement is None:
                continue
            statement = bearer(statement, by_id)
            made = [_move(material, statement, move) for move in moves]
            made.extend(_presupposed(material, by_cue or statement, token) if is_verb(token) else ())
            claims.update((claim.id, claim) for claim in made)
            own = predicate is None or predicate.name.split()[0] == token.lemma_.lower()
            reports = own and by_cue is not None and act_of(token.lemma_.lower()) in REPORTING
            if reports and not is_event(token):  # who condemns or praises does more than say so
                continue
            if any(move.trigger == token for move in moves):
                of_token[token.i] = made[0]  # the proposal is what the verb claims
                continue
            if predicate is not None:
                statement = _of_denier(statement, by_id, predicate)
            if predicate is not None and (claim := _claim(material, statement, predicate)) is not None:
                claims[claim.id] = claim
                if not reports and (predicate.agents or predicate.patients):
                    of_token.update(dict.fromkeys(predicate.words, claim))
    placed = place_figures(parsed, names, figures, of_token, partial(innermost, contents))
    of_claim = {figure.claim: figure.id for figure in reversed(placed)}
    counted = [replace(c, figure=of_claim.get(c.id)) for c in claims.values()]
    return _related(parsed, statements, counted, of_token), placed


def _related(
    parsed: Parsed, statements: Sequence[Statement], claims: Sequence[Claim], of_token: Mapping[int, Claim]
) -> list[Claim]:
    """The claims with what depends on them, what they except and what they answer."""
    conditions, exceptions = conditions_of(parsed.doc, of_token), exceptions_of(parsed, of_token)
    answers = answers_of(claims, statements)
    return [
        replace(
            claim,
            condition_of=conditions.get(claim.id),
            exception=exceptions.get(claim.id),
            responds_to=answers.get(claim.id),
        )
        for claim in claims
    ]


def _of_denier(statement: Statement, by_id: Mapping[str, Statement], told: Predicate) -> Statement:
    """The statement around what is told by nobody, where that one says that it is not so: "said there was no truth in
    reports that …"; else the statement itself."""
    around = by_id.get(statement.parent) if statement.parent else None
    if around is None or statement.sources:
        return statement
    return around if world_of(told.world, around).denied else statement


def _acts(names: Names, word: Token) -> bool:
    """Whether a word before a noun names somebody who acts: a people, a body, a state by its initials."""
    entity = names.at(word)
    if entity is None:
        return names.country_at(word) is not None or word.ent_type_ == "NORP"
    kind = names.entities[entity].kind
    return kind in {EntityKind.ORGANIZATION, EntityKind.GROUP} or (kind is EntityKind.STATE and word.text.isupper())


def innermost(contents: Located[Statement], at: int) -> Statement | None:
    """The statement whose content is the shortest that covers a character; narration only where nothing else does."""
    covering = contents.at(at)
    spoken = [s for s in covering if s.manner is not Manner.NARRATION]
    found = spoken or covering
    return min(found, key=lambda s: (sum(len(p.text) for p in s.content), s.id)) if found else None


def _who(material: Material, head: Token, statement: Statement) -> Who:
    start, end = phrase(head)
    speaker = statement.sources[0] if statement.sources else None
    quoted = statement.manner is Manner.DIRECT
    who = material.names.who(head, material.parsed.span(start, end), speaker, quoted=quoted)
    if who.entity is None and not quoted and (meant := antecedent(head)) is not None:
        other = material.names.who(meant, material.parsed.span(*phrase(meant)), speaker)
        return Who(other.entity, other.name, who.span)
    return who


def _claim(material: Material, statement: Statement, told: Predicate) -> Claim | None:
    doers = [head for head in told.agents if not _is_time(material, head)]
    done = [head for head in told.patients if not _is_time(material, head)]
    if not doers and not done and (told.agents or told.patients):
        return None
    doers, done, unsettled = left_open(told.trigger, doers, done)
    world = world_of(told.world, statement)
    agents = tuple(_who(material, head, statement) for head in doers)
    return _assemble(
        material,
        statement,
        told.trigger,
        extent=told.world,
        predicate=told.name,
        agent=agents,
        patient=tuple(_not_himself(_who(material, head, statement), agents) for head in done),
        arguments=tuple(
            Argument(p, _who(material, noun, statement))
            for p, noun in told.arguments
            if not _is_time(material, noun) and not (p in LOCATIVE and _place_in(material, noun))
        ),
        polarity=world.polarity,
        modality=world.modality,
        agent_any=(told.either or unsettled) and world.polarity is not Polarity.NEGATIVE,
    )


def _not_himself(who: Who, agents: Sequence[Who]) -> Who:
    """Whom "thanked him" means: somebody else than whoever thanks, though it be left open who."""
    himself = who.entity is not None and any(who.entity == agent.entity for agent in agents)
    if who.span is None or not himself or who.span.text.lower() not in _OBJECTS:
        return who
    return Who(None, who.span.text, who.span)


def _move(material: Material, statement: Statement, move: Move) -> Claim:
    trigger = move.trigger
    theme = _who(material, move.theme, statement)
    verb = trigger if trigger.pos_ == "VERB" else trigger.head
    world = World(modality=Modality.PRESUPPOSED) if move.presupposed else world_of(verb, statement)
    return _assemble(
        material,
        statement,
        trigger,
        extent=verb,
        predicate="propose",
        agent=tuple(_who(material, head, statement) for head in move.agent),
        patient=tuple(_who(material, head, statement) for head in move.patient),
        arguments=(Argument("theme", replace(theme, name=move.theme.lemma_.lower())),),
        polarity=world.polarity,
        modality=world.modality,
        agent_any=False,
    )


def _presupposed(material: Material, statement: Statement, verb: Token) -> Iterator[Claim]:
    """What the objects of a verb take for granted: who demands that troops withdraw says that there are troops."""
    for noun in patients(verb):
        there = presupposed_of(noun)
        if there is not None:
            yield _assemble(
                material,
                statement,
                there,
                extent=verb,
                predicate="exist",
                agent=(),
                patient=(_who(material, there, statement),),
                arguments=(),
                polarity=Polarity.POSITIVE,
                modality=Modality.PRESUPPOSED,
                agent_any=False,
            )


def _assemble(
    material: Material,
    statement: Statement,
    trigger: Token,
    *,
    predicate: str,
    agent: tuple[Who, ...],
    patient: tuple[Who, ...],
    arguments: tuple[Argument, ...],
    polarity: Polarity,
    modality: Modality,
    agent_any: bool,
    extent: Token | None = None,
) -> Claim:
    report = material.parsed.report
    span = clause_span(material, statement, extent or trigger)
    time = time_of(trigger, material.times) or (time_of(extent, material.times) if extent is not None else None)
    trigger_span = material.parsed.span_of(trigger)
    # One verb can propose two things ("asked for talks and a truce"): two claims.
    themes = [a.who.span.start for a in arguments if a.role == "theme" and a.who.span]
    return Claim(
        id=content_id("claim", report.id, predicate, trigger_span.start, trigger_span.end, statement.id, themes),
        report=report.id,
        statement=statement.id,
        event=None,
        predicate=predicate,
        trigger=trigger_span,
        agent=agent,
        agent_any=agent_any,
        patient=patient,
        place=_places(material, trigger) or (_places(material, extent) if extent is not None else ()),
        arguments=arguments,
        time=time.value if time else None,
        time_id=time.id if time else None,
        figure=None,
        polarity=polarity,
        modality=modality,
        spans=(span,),
    )


def clause_span(material: Material, statement: Statement, trigger: Token) -> Span:
    """The words a claim rests on: the clause of a token, within its sentence and its statement's content."""
    sent = trigger.sent
    tokens = [t for t in trigger.subtree if sent.start <= t.i < sent.end and not t.is_space]
    start, end = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    for piece in statement.content:
        if piece.start <= trigger.idx < piece.end:
            start, end = max(start, piece.start), min(end, piece.end)
    return material.parsed.span(start, end)


def _clause_tokens(trigger: Token) -> list[Token]:
    """The tokens of a predicate's own clause, those of clauses inside it left out."""
    found, queue = [], [trigger]
    while queue:
        token = queue.pop()
        found.append(token)
        queue.extend(c for c in token.children if c.dep_ not in {"ccomp", "relcl", "advcl", "conj", "parataxis"})
    return sorted(found, key=lambda t: t.i)


def _is_time(material: Material, noun: Token) -> bool:
    return bool(material.times.at(noun.idx))


def _place_in(material: Material, noun: Token) -> str | None:
    """The place that a noun phrase names ("the town of Jayrud", "Aleppo")."""
    start, end = noun.left_edge.i, noun.right_edge.i + 1
    return next(material.names.named_in(start, min(end, noun.sent.end), _PLACES), None)


def _places(material: Material, trigger: Token) -> tuple[Who, ...]:
    found: list[Who] = []
    for token in _clause_tokens(trigger):
        if token.dep_ == "pobj" and token.head.lower_ in LOCATIVE and not _is_time(material, token):
            entity = material.names.at(token)
            local = material.names.entities.get(entity) if entity else None
            if local is None or local.kind not in _PLACES:
                entity = _place_in(material, token)
                local = material.names.entities.get(entity) if entity else None
            if local is not None and all(who.entity != local.id for who in found):
                found.append(Who(local.id, local.name, material.parsed.span_of(token)))
    return tuple(found)
