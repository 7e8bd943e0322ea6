"""What the outlet tells in its own voice: a statement of its own for each sentence that is not somebody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from counterclaim.annotate.hedges import own_hedge
from counterclaim.annotate.located import covered, ends_of
from counterclaim.annotate.parse import Parsed
from counterclaim.records import Act, Hedge, Manner, PassageKind, Span, Statement, Who, content_id

#: Acts that do no more than report words.
REPORTING = frozenset({Act.ASSERT, Act.CONFIRM, Act.DENY, Act.ACCUSE, Act.EXPRESS})
#: How much of a sentence's words may lie outside what is attributed before it counts as told by the outlet too.
_OWN_WORDS = 0.5
#: A piece without a verb or a mark at its end of fewer words than this is none.
_SCRAP = 3
_RELEASE = re.compile(
    r"(?:(?:press|media|news) )?(?:release|statement)?\W*(?:for immediate (?:use|release)|embargoed)\b", re.I
)
_VERBS = frozenset({"VERB", "AUX"})
#: "1.", "(a)", "###", "LIVE:".
_MARK = re.compile(r"[\W\d_]*(?:\(?[a-z]\))?[\W\d_]*|(?:live|update[ds]?|breaking|watch|video|photos?)\W*", re.I)
_ADDRESS = re.compile(
    r"(?:media |press |further )?(?:contacts?|(?:e|i)nquir(?:y|ies)|e-?mail|tel(?:ephone)?|phone|fax)\b[^:\n]{0,30}:",
    re.I,
)
_GREETING = re.compile(r"(?:good (?:morning|afternoon|evening|night)|hello|welcome)\b[^.!?]{0,40}[.!]?", re.I)
_COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
#: A year makes the date of a verbless line that of the text: "The Evening Mail, 4 May 2031, page 7".
_DATED = re.compile(r"\b(?:19|20|21)\d\d\b")
_SHORT = 6
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def narrated(
    parsed: Parsed, statements: Sequence[Statement], outlet: Who, attributed: Sequence[float]
) -> list[Statement]:
    """One statement of the outlet for each sentence that is not for the most part somebody else's or whose main verb
    is not, and for each sentence of the headline: that paraphrases whoever is said to say it, and is the outlet's
    choice of words.

    `attributed` is how likely each token is part of what somebody is said to have said: how sure it is that the rest
    is the outlet's own."""
    titles = [(p.start, p.end) for p in parsed.report.passages if p.kind is PassageKind.HEADLINE]
    size = len(parsed.report.text)
    spoken = covered(size, ends_of(piece for s in statements for piece in _extent(s)))
    # That somebody demanded or refused something is told by the outlet; that they said something is not more than
    # the attribution itself.
    reporting = [s for s in statements if s.parent is None and s.act in REPORTING]
    used = covered(size, ends_of(piece for s in reporting for piece in _extent(s)))
    cues = covered(size, ends_of(s.cue for s in reporting if s.cue is not None))
    told = []
    for sentence in parsed.sentences:
        words = [token for token in sentence if any(c.isalnum() for c in token.text)]
        own = [t for t in words if not used[t.idx]]
        in_title = any(a <= sentence.start_char < b for a, b in titles)
        main = sentence.root
        # "The attack injured dozens, and the monitor said …": the deed is the outlet's, however much is said of it.
        deed = main.pos_ == "VERB" and main in own and any(child.dep_ in _SUBJECTS for child in main.children)
        if not in_title and _is_scrap(sentence.text, len(words), main.pos_ in _VERBS):
            continue
        # "The guild, which keeps a list of names, says 47": what else it tells, `beside.py` finds.
        if _is_furniture(parsed, sentence) or (cues[main.idx] and main.tag_ in _FINITE and not in_title):
            continue
        if words and (in_title or deed or len(own) > _OWN_WORDS * len(words)):
            doubt = [attributed[token.i] for token in own]
            sure = round(1 - sum(doubt) / len(doubt), 4) if doubt else 1.0
            span = parsed.span(sentence.start_char, sentence.end_char)
            told.append(statement_of_outlet(parsed, span, outlet, own_hedge(sentence, spoken), sure))
    return told


def _is_scrap(words: str, count: int, tells: bool) -> bool:
    """Whether a sentence is only the beginning of a line that the parser cut ("Medics" of "Medics Without …"), or what
    stands at the top of a release."""
    line = words.strip()
    return bool(_RELEASE.match(line)) or (count < _SCRAP and not tells and line[-1:].isalnum())


def _is_furniture(parsed: Parsed, sentence: Tokens) -> bool:
    """Whether a sentence tells nothing: a number before a paragraph, a greeting, an address, and lines without a verb
    that head a section, name the body that issues the text, or say where and when it was printed."""
    line = sentence.text.strip()
    if _MARK.fullmatch(line) or _ADDRESS.match(line) or _GREETING.fullmatch(line):
        return True
    if any(token.pos_ in _VERBS for token in sentence):
        return False
    passage = next((p for p in parsed.report.passages if p.start <= sentence.start_char < p.end), None)
    if passage is None or passage.text.strip() != line or line[-1] in '.?!"”':
        return False
    dated = any(token.ent_type_ == "DATE" for token in sentence)
    counts = any(token.ent_type_ in _COUNTS or token.pos_ == "NUM" for token in sentence)
    if passage.kind is PassageKind.HEADLINE:
        return line.isupper() and len(sentence) <= _SHORT and not counts
    return _DATED.search(line) is not None if dated else not counts


def _extent(statement: Statement) -> list[Span]:
    """All the words that a statement takes up: what was said, by whom, through whom, to whom and where."""
    named = (who.span for who in (*statement.sources, *statement.via, *statement.addressee) if who.span)
    around = (span for span in (statement.cue, statement.setting) if span)
    return [*statement.content, *named, *around]


def statement_of_outlet(parsed: Parsed, span: Span, outlet: Who, hedge: Hedge, sure: float) -> Statement:
    """What the outlet tells in these words."""
    report = parsed.report
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
        hedge=hedge,
        said=report.published,
        said_from="report" if report.published else None,
        confidence=sure,
    )


def statement_id(
    report: str, manner: Manner, cue: Span | None, content: Sequence[Span], sources: Sequence[Span | None]
) -> str:
    """The id of a statement: where in which report its cue, content and sources stand."""
    places = [[s.start, s.end] for s in content]
    named = [[s.start, s.end] for s in sources if s is not None]
    return content_id("statement", report, manner.value, [cue.start, cue.end] if cue else None, places, named)
