"""Make statements of what was found about speech, and of what the outlet tells in its own voice.

Not everything attributed becomes a statement of the ledger: see `says_nothing` and `_is_own_view`. What stands
inside one that does not, stands inside the next one out. `occasion.py`, `hedges.py`, `narration.py`, `beside.py`,
`perceived.py`, `voices.py`, `entries.py`, `issuer.py`, `turns.py` and `unsaid.py` have the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from counterclaim.annotate.beside import told_beside
from counterclaim.annotate.entries import entry_starts
from counterclaim.annotate.heard import speaker_before
from counterclaim.annotate.hedges import hedge_of
from counterclaim.annotate.issuer import issuer_of
from counterclaim.annotate.located import Located, by_place
from counterclaim.annotate.names import Names
from counterclaim.annotate.narration import REPORTING, narrated, statement_id
from counterclaim.annotate.occasion import said_when, setting_of
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.perceived import perceived
from counterclaim.annotate.sources import head_of, outlet_of, source_of
from counterclaim.annotate.speech import Attribution, Speech, act_of
from counterclaim.annotate.turns import spoken_in_turns
from counterclaim.annotate.unsaid import NUMBER, VIEWS, YIELDING, first_word, is_doubtful, says_nothing
from counterclaim.annotate.voices import is_somebodys_quotation, released, somebody_else, without_doubles
from counterclaim.records import Act, EntityKind, Manner, Statement, TimeExpression, Who

__all__ = ["REPORTING", "make_statements"]

_CITING = frozenset({"cite", "quote"})
#: Who passes on what others say.
_MEDIUM = re.compile(r"\b(?:news|agency|tv|television|radio|newspaper|channel|broadcaster|media|poll|survey)\b", re.I)
_WORD = re.compile(r"\w+")
#: The share of a statement's words that may lie outside of what is passed on ("also", "on Monday").
_LEFT_OVER = 0.15
_EXPECTED = frozenset({"expect", "plan", "intend", "want"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_REJECTING = frozenset({"reject", "dismiss", "rebuff", "brush", "shrug"})
#: What others tell, by its noun.
_TOLD = frozenset(
    "report claim allegation accusation charge rumour rumor account assertion version story suggestion".split()
)
#: Acts that are done by saying so. A denial or accusation inside a quotation stays: accounts differ about these.
_PERFORMED = frozenset(
    {Act.ASSERT, Act.CONFIRM, Act.CALL_FOR, Act.DEMAND, Act.PROMISE, Act.OFFER, Act.ASK, Act.AGREE, Act.THREATEN}
)


def make_statements(
    parsed: Parsed,
    names: Names,
    speech: Speech,
    times: Sequence[TimeExpression],
    outlet: Who | None = None,
) -> list[Statement]:
    """The statements of a report in the order of the text: what is attributed, then narration sentence by sentence."""
    made: list[Statement] = []
    #: For each attribution its statement, or that which it stands inside of where it makes none.
    standing: list[Statement | None] = []
    citing: dict[str, Statement] = {}
    entries = entry_starts(parsed.report.text)
    placed = by_place(times)
    #: By where they stand, the speakers met so far: whoever passes on what is inside his statement is one of them.
    met: dict[tuple[int, int], Who] = {}
    for item in speech.attributions:
        parent = standing[item.parent] if item.parent is not None and item.parent < len(standing) else None
        statement = _attributed(
            parsed, names, item, placed, parent, speaker_before(parsed, names, made, item, entries), met
        )
        if parent is None and outlet is not None:
            statement = replace(statement, sources=tuple(_ourselves(who, outlet) for who in statement.sources))
        if (
            says_nothing(parsed, item, statement)
            or is_doubtful(item)
            or _is_own_view(parsed, item, statement, parent)
            or _only_names_a_source(parsed, names, item)
            or is_somebodys_quotation(parsed.report.text, statement)
        ):
            standing.append(parent)
            continue
        if parent is not None and parent.id not in citing:
            cites = item.cue_lemma in _CITING and statement.content == parent.content
            # A person who cites another says it himself; a medium or a poll only passes it on.
            if (cites and not _is_person(names, parent)) or _is_passed_on(statement, parent):
                citing[parent.id] = statement
        made.append(statement)
        standing.append(statement)
        met.update(((who.span.start, who.span.end), who) for who in statement.sources if who.span)
    made = _carry_on(parsed, _cited(without_doubles(made), citing))
    issuer = issuer_of(parsed, names) if outlet is None else None
    teller = outlet or issuer or outlet_of(parsed.report.outlet, None)
    told = narrated(parsed, made, teller, speech.attributed)
    found = perceived(parsed, told_beside(parsed, made + told, teller, speech.attributed))
    if issuer is not None:
        found = [released(statement) for statement in found]
    found = spoken_in_turns(parsed, names, found, teller)
    return sorted(found, key=lambda s: (s.content[0].start, -s.content[-1].end, s.id))


def _ourselves(who: Who, outlet: Who) -> Who:
    """The outlet where it says "we" of itself in its own voice; else who it was."""
    ours = who.entity is None and who.span is not None and who.span.text.lower() == "we"
    return replace(who, entity=outlet.entity, name=outlet.name) if ours else who


def _attributed(
    parsed: Parsed,
    names: Names,
    item: Attribution,
    times: Located[TimeExpression],
    parent: Statement | None,
    before: Who | None,
    met: Mapping[tuple[int, int], Who],
) -> Statement:
    report = parsed.report
    content = tuple(parsed.span(a, b) for a, b in item.content)
    cue = parsed.span(min(a for a, _ in item.cue), max(b for _, b in item.cue)) if item.cue else None
    speaker = parent.sources[0] if parent and parent.sources else None
    sources = tuple(
        # A second piece is only a relative pronoun ("the man … who").
        source_of(parsed, names, *pieces[0], _stood_for(parsed, pieces[0], parent, speaker, before))
        for pieces in item.sources
    )
    if parent is not None and parent.manner is Manner.DIRECT:
        sources = tuple(somebody_else(parsed, names, who, parent) for who in sources)
    via = _once(sources, [met.get((a, b)) or source_of(parsed, names, a, b) for a, b in item.via])
    addressee = tuple(source_of(parsed, names, a, b, speaker) for a, b in item.addressee)
    verb = head_of(parsed, cue.start, cue.end) if cue else None
    said, said_from = said_when(parsed, verb, content, times)
    return Statement(
        id=statement_id(report.id, item.manner, cue, content, [who.span for who in sources]),
        report=report.id,
        parent=parent.id if parent else None,
        manner=item.manner,
        act=_act(parsed, item),
        sources=sources,
        via=via,
        cue=cue,
        content=content,
        addressee=addressee,
        setting=setting_of(parsed, verb, content) if verb is not None else None,
        hedge=hedge_of(item, verb),
        said=said,
        said_from=said_from,
        confidence=item.confidence,
    )


def _stood_for(
    parsed: Parsed, source: tuple[int, int], parent: Statement | None, speaker: Who | None, before: Who | None
) -> Who | None:
    """Whom a pronoun may stand for: the speaker of what it stands in, but for "he" in somebody's own words."""
    word = parsed.report.text[slice(*source)].lower()
    if parent is not None and parent.manner is Manner.DIRECT and word in _THIRD_PERSON:
        return None
    return speaker or before


def _once(sources: Sequence[Who], chain: Sequence[Who]) -> tuple[Who, ...]:
    """A chain in which nobody passes on his own words or those of the one before him."""
    kept: list[Who] = []
    for who in chain:
        before = kept[-1:] or sources
        same = (who.entity == other.entity if who.entity else who.name == other.name for other in before)
        if not any(same):
            kept.append(who)
    return tuple(kept)


def _act(parsed: Parsed, item: Attribution) -> Act:
    act = act_of(item.cue_lemma)
    if item.cue_lemma == "insist on" and NUMBER.match(parsed.report.text[slice(*item.content[0])]):
        return Act.ASSERT
    if not item.negated:
        return Act.DENY if act is Act.REFUSE and _is_told_away(parsed, item) else act
    verb = first_word(item)
    if verb in VIEWS:
        return Act.DENY
    return Act.REFUSE if verb in YIELDING else act


def _is_told_away(parsed: Parsed, item: Attribution) -> bool:
    """Whether what is rejected is what others tell ("dismissed the reports", "rejected as baseless the allegations"),
    and no offer or demand: to reject that is to deny it."""
    if first_word(item) not in _REJECTING or not item.content:
        return False
    heads = [parsed.tokens(a, b).root for a, b in item.content]
    nouns = [child for head in heads for child in (head, *head.children) if child.pos_ == "NOUN"]
    return any(
        noun.lemma_.lower() in _TOLD for noun in nouns if noun in heads or noun.dep_ in {"dobj", "pobj", "nsubj"}
    )


def _only_names_a_source(parsed: Parsed, names: Names, item: Attribution) -> bool:
    """ "citing two officials", where what these said could not be found."""
    if item.cue_lemma not in _CITING or item.manner is not Manner.INDIRECT or len(item.content) > 1:
        return False
    who = source_of(parsed, names, *item.content[0])
    return who.unnamed is not None or who.entity is not None


def _is_own_view(parsed: Parsed, item: Attribution, statement: Statement, parent: Statement | None) -> bool:
    """Whether a speaker only says what he himself thinks or does by saying it: "said he believes …", "“We call on …”".

    It is the statement around it, over again. That he once said something ("said he had denied …") is another.
    """
    if parent is None or statement.cue is None:
        return False
    if not statement.sources:
        return item.cue_lemma in _EXPECTED  # "is expected to fall", by the speaker himself
    is_view = act_of(item.cue_lemma) is Act.EXPRESS
    one, other = statement.sources[0], parent.sources[0] if parent.sources else None
    words = one.span.text.lower() if one.span else ""
    itself = parent.manner is not Manner.INDIRECT and words in _FIRST_PERSON
    # A pronoun that was not resolved is taken for the speaker only where the verb cannot tell of anything but a view.
    unclear = one.entity is None and words in _THIRD_PERSON and is_view
    if not itself and not unclear and (one.entity is None or other is None or one.entity != other.entity):
        return False
    if is_view or (itself and statement.act is Act.ASSERT and statement.manner is Manner.DIRECT):
        return True
    verb = head_of(parsed, statement.cue.start, statement.cue.end)
    return statement.act in _PERFORMED and _is_present(verb)


def _is_present(verb: Token) -> bool:
    if verb.tag_ in {"VBP", "VBZ"}:
        return True
    return verb.tag_ == "VB" and any(
        c.dep_ == "aux" and c.lower_ in {"do", "does", "must", "want"} for c in verb.children
    )


def _is_passed_on(statement: Statement, parent: Statement) -> bool:
    """Whether a medium or poll says nothing but that somebody said it: "…, the mayor said, the agency reported"."""
    named = [who.span.text for who in parent.sources if who.span]
    if len(named) != 1 or not _MEDIUM.search(named[0]) or not statement.sources or statement.cue is None:
        return False
    extent = [
        *statement.content,
        statement.cue,
        *(w.span for w in (*statement.sources, *statement.addressee) if w.span),
    ]
    words = [p.start + m.start() for p in parent.content for m in _WORD.finditer(p.text)]
    rest = sum(not any(piece.start <= word < piece.end for piece in extent) for word in words)
    return rest <= _LEFT_OVER * len(words)


def _is_person(names: Names, statement: Statement) -> bool:
    who = statement.sources[0] if statement.sources else None
    if who is None or who.entity is None:
        return who is None or who.name.lower() in _THIRD_PERSON
    return who.entity in names.entities and names.entities[who.entity].kind is EntityKind.PERSON


def _cited(made: Sequence[Statement], citing: dict[str, Statement]) -> list[Statement]:
    """Make one statement of "X reported that …, citing Y": it is Y's, through X. `citing` has Y's by the id of X's."""
    by_id = {statement.id: statement for statement in made}
    kept = []
    for statement in made:
        if statement.id in citing:
            continue
        above = by_id.get(statement.parent or "")
        if above is not None and above.id in citing:
            own = citing[above.id] is statement
            statement = replace(
                statement,
                parent=above.parent if own else citing[above.id].id,
                addressee=statement.addressee or (above.addressee if own else ()),
                setting=statement.setting or (above.setting if own else None),
                said=above.said if own else statement.said,
                said_from=above.said_from if own else statement.said_from,
            )
        kept.append(statement)
    return kept


def _carry_on(parsed: Parsed, made: Sequence[Statement]) -> list[Statement]:
    """Give a participle's statement the occasion of the cue that it goes on from: in "told reporters in an interview
    that …, adding that …" the reporters are told both."""
    at_verb = {head_of(parsed, s.cue.start, s.cue.end).i: s for s in made if s.cue is not None}
    carried = []
    for statement in made:
        before = _led_by(parsed, statement, at_verb)
        if before is not None:
            in_text = statement.said_from == "text"
            statement = replace(
                statement,
                addressee=statement.addressee or before.addressee,
                setting=statement.setting or before.setting,
                said=statement.said if in_text else before.said,
                said_from=statement.said_from if in_text else before.said_from,
            )
        carried.append(statement)
    return carried


def _led_by(parsed: Parsed, statement: Statement, at_verb: dict[int, Statement]) -> Statement | None:
    """The statement of the cue before, in the sentence, that a participle goes on from."""
    if statement.cue is None:
        return None
    verb = head_of(parsed, statement.cue.start, statement.cue.end)
    if verb.tag_ != "VBG":
        return None
    earlier = [at_verb[i] for i in sorted(at_verb) if verb.sent.start <= i < verb.i]
    return next((s for s in reversed(earlier) if _same(s, statement)), None)


def _same(one: Statement, other: Statement) -> bool:
    """Whether two statements have the same speakers."""
    return bool(one.sources) and [w.span for w in one.sources] == [w.span for w in other.sources]
