"""What limits a denial, so that another account that shares its words says nothing against it.

Over 840 reports on other matters nearly all that was shown as denied was one of these: of those that are pointed to
("those emails were not marked"), of a speaker alone ("I have never voted", "we are not terrorists"), of any of a kind
that the other account has none of, or of not all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.link.compare.denials.clauses import Clause
from counterclaim.link.compare.denials.folds import folded
from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.denials.words import TAKEN_BACK, telling_words
from counterclaim.link.pile import Pile
from counterclaim.records import Claim

#: Those that stand in the sentence before, and are no others.
_POINTED = re.compile(
    r"^\W*(?:(?:but|and|that|says?|said|he|she|they)\s+)*"
    r"(?:(?:those|these)\s+\w|(?:that|this)(?:\s(?:is|was)|['’]s)(?:\snot|n['’]t)\b)",
    re.I,
)
_I = re.compile(r"(?:I|my\b.*|me|myself)$")
_HE = re.compile(r"(?:he|she)$", re.I)
_WE_ARE = re.compile(r"\bwe (?:are|were)(?: not|n['’]t)\b(?! \w+(?:ed|ing)\b)", re.I)
_ANY = re.compile(
    r"\bany ((?:[\w’'-]+ ){0,3}?[\w’'-]+)(?=[.,;:\"”]|\s(?:of|in|on|at|from|to|with|that|by|for)\b|$)", re.I
)
_OF_A_CAUSE = re.compile(
    r"\b(?:die[ds]?|dead|dying|fell ill|ill|sick|suffer\w*)\s(?:of|from|because of|due to|as a result of)\s"
    r"(?P<cause>[^.;,\"”]{3,60})",
    re.I,
)
_ONLY_THOSE = re.compile(
    r"\b(?:any|no|neither|nor|not|never)\b[^.;,]{0,60}?\b[a-z]+s (?:(?:that|which|who) |(?=[a-z]+ed\b(?! by\b)))"
    r"(?:(?:was|were|are|is|had|have|has|been) )*[“\"]?(?P<that>\w+)"
)
_NOT_ALL = re.compile(
    r"\bnot (?:all|every|each|only|just|merely|necessarily|always|so much)\b|\buntil\b|"
    r"\b(?:problem|issue|question|point|reason|aim|goal|purpose|matter) (?:was|is|were|are) not\b",
    re.I,
)
#: "It was no war", "this is neither a truce nor a peace".
_IS_NO = re.compile(
    r"\W*(?:it|this|that|what \w+ \w+)(?:\s(?:is|was|were)|['’]s) (?:no|not an?|neither an?|never an?) "
    r"(?:[\w’'-]+ )?(?P<one>[\w’'-]+)(?: nor an? (?:[\w’'-]+ )?(?P<other>[\w’'-]+))?(?=\s*(?:[.,;:\"”]|$))",
    re.I,
)
_BARE_NONE = re.compile(
    r"\W*(?:[\w ]{0,40}\bthat )?(?:none|nothing|not one|neither)(?: of (?:it|them|these|those))?"
    r"(?: (?:was|were|had|has|have|is|are|been|ever|yet|actually))*(?: (?!from\b|of\b)[\w’'-]+){1,2}"
    r"(?=\s*(?:[.,;:\"”]|$))",
    re.I,
)
_WITHOUT = re.compile(r"\W*without\b", re.I)
#: What is done to others after notice, or with leave.
_GIVEN_NOTICE = frozenset("SHOOT ATTACK ENTER INTRUDE KILL DETAIN BURN DESTROY PUSH CLOSE USE SEND".split())
#: Where the clause begins that tells what was done without it.
_CLAUSE_BEGINS = re.compile(r"[,;:]\s|\s(?=(?:after|before|while|when|since|following)\b)")
#: Who was told of it himself, which is no warning to others.
_TOLD_ME = re.compile(r"\b(?:I|[Ww]e) (?:was|were|(?:had|have) been) (?:\w+ly )?(?:informed|told|notified)\b")
_TELLING = re.compile(r"\b(?:inform|told|tell|notif)", re.I)
#: How far before a pronoun its name may stand, in characters.
_ABOVE = 220


def of_words_taken_back(yes: Clause) -> bool:
    """Whether the other account only tells that somebody took his own words back ("withdrew its claim that he had been
    killed"): then nobody says there what is denied."""
    return TAKEN_BACK.search(yes.sentence.text[: max(0, yes.span.end - yes.sentence.start)]) is not None


def pointed_elsewhere(no: Clause, yes: Clause) -> bool:
    """Whether what is denied is of those that its own report spoke of before, and the other account stands in another
    report."""
    return no.report != yes.report and _POINTED.match(no.span.text) is not None


def of_the_speaker_alone(pile: Pile, no: Clause, denied: Claim | None, yes: Clause) -> bool:
    """Whether somebody denies what he did or is himself ("I have never voted"), and the other account does not name
    him."""
    alone = any(_I.match(who.span.text) for who in (denied.agent if denied else ()) if who.span)
    if not alone and not _WE_ARE.search(no.span.text):
        return False
    voices = {name for who in no.statement.sources for name in names_in(pile.resolved(who).name) | names_in(who.name)}
    return not share_name(voices, names_in(yes.sentence.text))


def of_its_name(no: Clause, yes: Clause) -> bool:
    """Whether only what something is called is denied ("it is neither a truce nor a peace"), and the other account
    does not call it so: that papers were signed says nothing of it."""
    called = _IS_NO.match(no.span.text)
    if called is None:
        return False
    nouns = [noun for noun in (called["one"], called["other"]) if noun]
    return not any(re.search(rf"\b{re.escape(noun)}", yes.sentence.text, re.I) for noun in nouns)


def of_what_went_before(pile: Pile, no: Clause, yes: Clause) -> bool:
    """Whether what there was "none" of stands in the sentence before ("We had no medicine. None was sent"), and the
    other account has no word of it but the verb: a body that was handed over is no medicine."""
    if not _BARE_NONE.match(no.span.text):
        return False
    before = _paragraph_up_to(pile, no, no.sentence.start)
    beside = _paragraph_up_to(pile, yes, yes.sentence.end)
    if no.report == yes.report and yes.sentence.text in before:
        before, beside = before.replace(yes.sentence.text, " "), yes.sentence.text
    if not before.strip() or (no.report == yes.report and no.sentence.start <= yes.sentence.end <= no.sentence.end):
        return False
    return (telling_words(before) - telling_words(no.span.text)).isdisjoint(telling_words(beside))


def _paragraph_up_to(pile: Pile, clause: Clause, end: int) -> str:
    """The words of a clause's paragraph up to a character."""
    text = pile.reports[clause.report].text
    return text[text.rfind("\n", 0, clause.sentence.start) + 1 : end]


def without_before(no: Clause) -> bool:
    """Whether something was done without what is given before it ("fired without warning"), and did not only happen
    ("sank without warning"), nor stands by another deed ("23 are held, after the release of six without charge")."""
    found = _WITHOUT.match(no.span.text)
    before = no.sentence.text[: max(0, no.span.start - no.sentence.start)]
    clause = next((c for c in reversed(_CLAUSE_BEGINS.split(before)) if c.strip()), "")
    return found is None or bool(_GIVEN_NOTICE & {name for word in folded(clause) for name in word})


def of_news_to_me(no: Clause, yes: Clause) -> bool:
    """Whether one says that nobody was warned, and the other only that he himself was told of it ("I was informed")."""
    return _TOLD_ME.search(yes.span.text) is not None and not _TELLING.search(no.span.text)


def of_another_person(pile: Pile, no: Clause, denied: Claim | None, told: Claim | None) -> bool:
    """Whether he who is said not to have done it is called by a pronoun, and whoever did it by the other account is
    named nowhere near that."""
    if denied is None or told is None or not denied.agent or not told.agent:
        return False
    pronoun = denied.agent[0].span
    if pronoun is None or not _HE.match(pronoun.text) or denied.agent[0].entity is not None:
        return False
    if not {n for w in folded(denied.trigger.text) for n in w} & {n for w in folded(told.trigger.text) for n in w}:
        return False
    text = pile.reports[no.report].text
    near = names_in(text[max(0, no.sentence.start - _ABOVE) : no.sentence.end])
    doers = {name for who in told.agent for name in names_in(who.span.text if who.span else who.name)}
    return bool(doers) and not share_name(doers, near)


def of_any_other(words: str, told: Iterable[frozenset[str]]) -> bool:
    """Whether "any" of a kind is denied ("any sensitive information"), and the other words have none of that kind."""
    found = _ANY.search(words)
    kind = folded(found[1]) if found else ()
    names = {name for word in told for name in word}
    return bool(kind) and not any(word & names for word in kind)


def of_some_only(words: str, told: Iterable[frozenset[str]]) -> bool:
    """Whether only those of a kind are denied that something is said of ("any letters that were sealed", "letters
    marked secret"), and the other words have nothing of that."""
    names = {name for word in told for name in word}
    found = _ONLY_THOSE.search(words)
    said = folded(found["that"]) if found else ()
    return bool(said) and not any(word & names for word in said)


def of_another_cause(words: str, told: Iterable[frozenset[str]]) -> bool:
    """Whether only the cause of a death or an illness is denied ("that the men died of thirst"), of which the other
    words have nothing."""
    found = _OF_A_CAUSE.search(words)
    cause = folded(found["cause"]) if found else ()
    names = {name for word in told for name in word}
    return bool(cause) and not any(word & names for word in cause)


def not_of_all(words: str) -> bool:
    """Whether some words deny only that it was so of all, until then, or that this was what mattered."""
    return _NOT_ALL.search(words) is not None
