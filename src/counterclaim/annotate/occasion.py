"""On what occasion something was said: the day, and where or in what (an interview, a statement, a broadcast)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from counterclaim.annotate.located import Located
from counterclaim.annotate.parse import Parsed
from counterclaim.annotate.sources import head_of
from counterclaim.records import Span, TimeExpression

#: Occasions to speak, and texts and media that hold what is said.
_OCCASIONS = frozenset(
    """interview conference presser briefing call phone telephone statement post tweet thread letter speech address
    meeting session message video clip broadcast article report column book podcast summit remarks comments remark
    program programme show television tv radio air website site webpage page blog account channel feed rally debate
    hearing testimony forum event talk talks discussion conversation chat op-ed editorial essay memo email e-mail text
    document filing affidavit advertisement ad release newsletter bulletin communique communiqué note paper magazine
    newspaper gathering sermon fundraiser convention ceremony visit interviews statements tweets posts emails calls
    messages letters speeches media ruling decision verdict declaration announcement appearance presentation lecture
    broadcasts bulletins resolution""".split()
)
_BY = frozenset({"phone", "telephone", "email", "e-mail", "text", "letter", "video", "skype", "radio"})
_PREPOSITIONS = frozenset({"in", "during", "at", "on", "through", "via", "over", "by"})
#: Names that can be those of a medium, by their labels; a name without any may be, too.
_MEDIA_LABELS = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", ""})
#: "Speaking at a rally, X said", "X wrote, addressing a conference": what leads up to the cue tells where and when.
_SPEAKING = frozenset("speak appear address talk write testify tweet post".split())
_MARKS = frozenset({"“", '"', "''", "``", "‘", "«", "„"})
#: Between a cue and the time beside it: "said on Friday", "said late on Friday".
_BESIDE = frozenset({"on", "in", "at", "late", "early", "earlier", "later", ",", "also"})


def said_when(
    parsed: Parsed, verb: Token | None, content: Sequence[Span], times: Located[TimeExpression]
) -> tuple[str | None, str | None]:
    """When it was said: a time that hangs on the cue, on its setting, or stands beside it; else the report's day.

    The value of the time and how it is known (`text` or `report`); None twice where neither is there.
    """
    if verb is not None:
        anchors = {token.i for token in _anchors(verb)}
        for time in times.begun_in(verb.sent.start_char, verb.sent.end_char):
            if any(piece.overlaps(time.span) for piece in content) or time.type.value not in {"DATE", "TIME"}:
                continue
            head = head_of(parsed, time.span.start, time.span.end)
            if _top(head).i in anchors or _is_beside(parsed, verb, time.span):
                return time.value, "text"
    return (parsed.report.published, "report") if parsed.report.published else (None, None)


def _anchors(verb: Token) -> Iterator[Token]:
    """The cue, and a verb of speaking that hangs on it: "Speaking on Sunday, X said"."""
    yield verb
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "xcomp", "conj"} and verb.head.pos_ == "VERB":
        yield verb.head  # "In a statement on Friday, X reacted, saying …"
    for child in verb.children:
        if child.dep_ in {"advcl", "acl", "prep"} and child.lemma_.lower() in _SPEAKING and child.tag_ == "VBG":
            yield child


def _top(token: Token) -> Token:
    """What a time hangs on: up through its phrase, and from "an interview aired on Monday" to the verb above."""
    while token.head != token:
        above = token.head
        if token.pos_ in {"ADP", "NOUN", "PROPN", "NUM", "ADV", "ADJ", "DET"}:
            token = above
            if token.pos_ == "VERB" and not (token.dep_ == "acl" and token.head.lemma_.lower() in _OCCASIONS):
                return token
        elif token.dep_ == "acl":
            token = above
        else:
            return token
    return token


def _is_beside(parsed: Parsed, verb: Token, span: Span) -> bool:
    """Whether a time follows the cue at once. The parser may hang it on what was said."""
    first = parsed.tokens(span.start, span.end).start
    return first > verb.i and all(parsed.doc[i].lower_ in _BESIDE for i in range(verb.i + 1, first))


def setting_of(parsed: Parsed, verb: Token, content: Sequence[Span]) -> Span | None:
    """Where or in what it was said: "in an interview with …", "on television", "by phone", "a statement saying …"."""
    for anchor in _anchors(verb):
        for noun in _occasions(anchor):
            tokens = [noun.left_edge.i, noun.i]
            for child in noun.children:
                if child.dep_ == "prep" and child.i > noun.i:
                    tokens += [token.i for token in child.subtree]
            end = parsed.doc[max(tokens)]
            span = parsed.span(parsed.doc[min(tokens)].idx, end.idx + len(end))
            if not any(piece.overlaps(span) for piece in content):
                return span
    return None


def _occasions(verb: Token) -> Iterator[Token]:
    for preposition in verb.children:
        if preposition.dep_ not in {"prep", "agent"} or preposition.lower_ not in _PREPOSITIONS:
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj" and _is_occasion(preposition, noun):
                yield noun
    if verb.lemma_.lower() == "address":
        yield from (noun for noun in verb.children if noun.dep_ == "dobj" and noun.lemma_.lower() in _OCCASIONS)
    issued = verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj"
    if issued and verb.head.lemma_.lower() in _OCCASIONS:
        yield verb.head


def _is_occasion(preposition: Token, noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if preposition.lower_ == "by":
        return lemma in _BY and noun.left_edge == noun
    if noun.pos_ != "PROPN" or lemma in _OCCASIONS:
        return lemma in _OCCASIONS or noun.lower_ in _OCCASIONS
    if preposition.lower_ not in {"on", "via"}:
        return False
    # A programme in quotation marks, or a name that is neither a person, a place nor a day: "on “The Morning”".
    quoted = noun.left_edge.lower_ in _MARKS or (noun.left_edge.i > 0 and noun.left_edge.nbor(-1).lower_ in _MARKS)
    # "said on Twitter": one word alone may be labelled a person, but nobody speaks on a person.
    return quoted or noun.ent_type_ in _MEDIA_LABELS or (noun.ent_type_ == "PERSON" and noun.left_edge == noun)
