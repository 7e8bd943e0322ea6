"""Make statements of what was found about speech, and of what the outlet tells in its own voice."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from counterclaim.annotate.names import Names
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.sources import head_of, outlet_of, source_of
from counterclaim.annotate.speech import Attribution, act_of
from counterclaim.records import (
    Act,
    Hedge,
    Manner,
    PassageKind,
    Span,
    Statement,
    TimeExpression,
    Who,
    content_id,
)

_SETTINGS = frozenset(
    """interview conference briefing call statement post tweet letter speech address meeting session message video
    broadcast article report column book podcast summit remarks comments""".split()
)
_DISTANCED = frozenset({"describe", "call", "dub", "term", "label", "brand"})
#: Acts that do no more than report words.
REPORTING = frozenset({Act.ASSERT, Act.CONFIRM, Act.DENY, Act.ACCUSE, Act.EXPRESS})
#: How much of a sentence's words may lie outside what is attributed before it counts as told by the outlet too.
_OWN_WORDS = 0.5


def make_statements(
    parsed: Parsed,
    names: Names,
    attributions: Sequence[Attribution],
    times: Sequence[TimeExpression],
    outlet: Who | None = None,
) -> list[Statement]:
    """The statements of a report in the order of the text: what is attributed, then narration sentence by sentence."""
    made: list[Statement] = []
    speakers: list[Who | None] = []
    for item in attributions:
        parent = made[item.parent] if item.parent is not None and item.parent < len(made) else None
        statement = _attributed(parsed, names, item, times, parent, _speaker_before(made, item))
        made.append(statement)
        speakers.append(statement.sources[0] if statement.sources else None)
    told = _narration(parsed, made, outlet or outlet_of(parsed.report.outlet, None))
    return sorted(made + told, key=lambda s: (s.content[0].start, -s.content[-1].end, s.id))


def _speaker_before(made: Sequence[Statement], item: Attribution) -> Who | None:
    """Who was speaking just before: what "he" in "he added" most often means."""
    start = min(a for a, _ in item.content)
    before = [s for s in made if s.content[0].start < start and s.sources and s.parent is None]
    return before[-1].sources[0] if before else None


def _attributed(
    parsed: Parsed,
    names: Names,
    item: Attribution,
    times: Sequence[TimeExpression],
    parent: Statement | None,
    before: Who | None,
) -> Statement:
    report = parsed.report
    content = tuple(parsed.span(a, b) for a, b in item.content)
    cue = parsed.span(min(a for a, _ in item.cue), max(b for _, b in item.cue)) if item.cue else None
    speaker = parent.sources[0] if parent and parent.sources else None
    sources = tuple(
        # A second piece is only a relative pronoun ("the man … who").
        source_of(parsed, names, *pieces[0], speaker or before)
        for pieces in item.sources
    )
    via = tuple(source_of(parsed, names, a, b) for a, b in item.via)
    addressee = tuple(source_of(parsed, names, a, b, speaker) for a, b in item.addressee)
    verb = head_of(parsed, cue.start, cue.end) if cue else None
    said, said_from = _said(parsed, verb, content, times)
    return Statement(
        id=statement_id(report.id, item.manner, cue, content, [who.span for who in sources]),
        report=report.id,
        parent=parent.id if parent else None,
        manner=item.manner,
        act=_act(item),
        sources=sources,
        via=via,
        cue=cue,
        content=content,
        addressee=addressee,
        setting=_setting(parsed, verb, content) if verb is not None else None,
        hedge=_hedge(item, verb),
        said=said,
        said_from=said_from,
    )


def statement_id(
    report: str, manner: Manner, cue: Span | None, content: Sequence[Span], sources: Sequence[Span | None]
) -> str:
    """The id of a statement: where in which report its cue, content and sources stand."""
    places = [[s.start, s.end] for s in content]
    named = [[s.start, s.end] for s in sources if s is not None]
    return content_id("statement", report, manner.value, [cue.start, cue.end] if cue else None, places, named)


def _act(item: Attribution) -> Act:
    act = act_of(item.cue_lemma)
    if item.negated and act is Act.ASSERT:
        return Act.REFUSE if item.cue_lemma in {"comment", "disclose", "reveal"} else act
    return act


def _hedge(item: Attribution, verb: Token | None) -> Hedge:
    if item.cue_lemma in {"allege", "purport"} or (
        verb is not None and any(child.lower_ in {"allegedly", "reportedly", "purportedly"} for child in verb.children)
    ):
        return Hedge.ALLEGED
    lemma = item.cue_lemma.removesuffix(" as")
    named = lemma in _DISTANCED and act_of(item.cue_lemma) is Act.ASSERT
    return Hedge.DISTANCED if named else Hedge.NONE


def _said(
    parsed: Parsed, verb: Token | None, content: Sequence[Span], times: Sequence[TimeExpression]
) -> tuple[str | None, str | None]:
    """When it was said: a time that hangs on the cue itself, else the day of the report."""
    if verb is not None:
        for time in times:
            if any(piece.overlaps(time.span) for piece in content) or time.type.value not in {"DATE", "TIME"}:
                continue
            if not verb.sent.start_char <= time.span.start < verb.sent.end_char:
                continue
            head = head_of(parsed, time.span.start, time.span.end)
            while head.head != head and head.head.pos_ in {"ADP", "NOUN", "PROPN", "NUM"}:
                head = head.head
            if head.head == verb:
                return time.value, "text"
    return (parsed.report.published, "report") if parsed.report.published else (None, None)


def _setting(parsed: Parsed, verb: Token, content: Sequence[Span]) -> Span | None:
    """The occasion on which it was said: "in an interview with …", "during a phone call"."""
    for prep in verb.children:
        if prep.dep_ != "prep" or prep.lower_ not in {"in", "during", "at", "on", "through", "via"}:
            continue
        for noun in prep.children:
            if noun.dep_ == "pobj" and noun.lemma_.lower() in _SETTINGS:
                right = max([noun.i, *(t.i for child in noun.children if child.dep_ == "prep" for t in child.subtree)])
                last = parsed.doc[right]
                span = parsed.span(noun.left_edge.idx, last.idx + len(last))
                if not any(piece.overlaps(span) for piece in content):
                    return span
    return None


def _narration(parsed: Parsed, attributed: Sequence[Statement], outlet: Who) -> list[Statement]:
    """One statement of the outlet for each sentence that is not somebody else's for the most part."""
    titles = [(p.start, p.end) for p in parsed.report.passages if p.kind is PassageKind.HEADLINE]
    # That somebody demanded or refused something is told by the outlet; that they said something is not more than
    # the attribution itself.
    used = [piece for s in attributed if s.parent is None and s.act in REPORTING for piece in _extent(s)]
    told = []
    for sentence in parsed.sentences:
        words = [token for token in sentence if any(c.isalnum() for c in token.text)]
        own = [t for t in words if not any(piece.start <= t.idx < piece.end for piece in used)]
        in_title = any(a <= sentence.start_char < b for a, b in titles)
        if words and (in_title or len(own) > _OWN_WORDS * len(words)):
            told.append(_told(parsed, sentence, outlet))
    return told


def _extent(statement: Statement) -> list[Span]:
    """All the words that a statement takes up: what was said, by whom, through whom, to whom and where."""
    named = (who.span for who in (*statement.sources, *statement.via, *statement.addressee) if who.span)
    around = (span for span in (statement.cue, statement.setting) if span)
    return [*statement.content, *named, *around]


def _told(parsed: Parsed, sentence: Tokens, outlet: Who) -> Statement:
    report = parsed.report
    span = parsed.span(sentence.start_char, sentence.end_char)
    return Statement(
        id=statement_id(report.id, Manner.NARRATION, None, [span], []),
        report=report.id,
        parent=None,
        manner=Manner.NARRATION,
        act=Act.ASSERT,
        sources=(outlet,),
        via=(),
        cue=None,
        content=(span,),
        said=report.published,
        said_from="report" if report.published else None,
    )
