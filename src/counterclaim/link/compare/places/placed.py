"""One thing done in two places: a man taken from his house or at the airport, a plane that came down in one town or in
another, a squadron that sailed from two ports, told with different verbs in two reports of a small pile.

Reports that are put together are on one matter: a deed of one kind, told of somebody whom both name or neither, is one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from counterclaim.link.compare.finding import Answer, Finding, conflict
from counterclaim.link.compare.nouns import head_noun, singular
from counterclaim.link.compare.pairs import ONE_MORE, few_reports
from counterclaim.link.compare.places.words import one_name
from counterclaim.link.compare.sayings import told_by, words_of
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.compare.whole_questions import ask_whether
from counterclaim.link.compare.wording import alternatives, wording
from counterclaim.link.incidents.likeness import days_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.pile import Pile
from counterclaim.records import Act, Claim, Modality, Polarity, Slot, Span, Statement

_SCORE = 0.55
_WORDS = wording("placed")
_NP = (
    r"(?P<where>(?:(?:the|a|an|his|her|their|our|its|my)\s+)?(?:(?!in\b|at\b|on\b|from\b|near\b|by\b|as\b|of\b|"
    r"before\b|after\b|when\b|while\b|with\b|and\b|who\b|which\b|where\b|to\b|under\b)[\w’'-]+\s*){1,5}?"
    r"(?:of (?:the |a |his |her )?[\w’'-]+(?: [A-Z][\w’'-]+)?)?)"
    r"(?=[,.;:]|\s(?:in|at|on|from|near|by|as|of|before|after|when|while|with|and|who|which|where|that|to|behind|under)\b|\s*$)"
)
_DEEDS = {
    name: (
        re.compile(rf"\b(?:{alternatives(deed['verbs'])})\b", re.I),
        re.compile(rf"\b(?P<how>{deed['how']})\s+{_NP}"),
        deed["of"],
    )
    for name, deed in _WORDS["deeds"].items()
}
_CLAUSE = re.compile(r"[;:“”\"]|,\s|\s(?:and|but|when|while|who|which|where|that|after|before)\s")
_LEADING = re.compile(r"(?:[A-Z][\w’'-]+(?:\s|$))+")
_CLEFT = re.compile(rf"\b[Ii]t was (?P<how>in|at|on|from|near) {_NP}[^.;,]*? that\s")
_DAY = re.compile(r"(?:\s(?:early|late))?(?:\son)?(?:\s\w+day(?:\s(?:morning|evening|night|afternoon))?)?(?:\son)?$")
_LEFT = re.compile(rf"\s+{_NP}")
_KIND = {word: kind for kind, words in _WORDS["kinds"].items() for word in words}
_ONE = {frozenset(pair) for pair in _WORDS["may_be_one"]}
_THINGS = tuple(frozenset(line) for line in _WORDS["things"])
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_NO_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December The A An".split()
)
_NOT_SO = re.compile(
    rf"{ONE_MORE}|\b(?:not|never|no|nor|if|whether|could|might|may|would|should|will|must|to be|another|also|again|"
    r"later|earlier|previous(?:ly)?|then|others?|den(?:y|ies|ied)|last (?:year|month)|years? ago|merely"
    r"|first)\b|n['’]t\b",
    re.I,
)
#: What is asked where neither account makes a whole question.
_ASKED = {
    "seize": "Where was the arrest", "kill": "Where was the killing", "free": "Where was the release",
    "land": "Where was the landing", "depart": "From where did it start", "blast": "Where was the explosion",
    "begin": "Where did it begin", "meet": "Where was the meeting", "lie": "Where was it found",
}  # fmt: skip
_PRONOUN = re.compile(r"^(?:he|she|it|him|her|they|them)$", re.I)
_HELD = frozenset({Modality.FACT, Modality.PRESUPPOSED})
_NO_ACCOUNT = frozenset({Act.DENY, Act.REFUSE, Act.ASK, Act.DEMAND, Act.OFFER, Act.PROMISE, Act.THREATEN, Act.CALL_FOR})
_PLURAL = re.compile(r"\b(?:people|men|women|children|persons|\w+[^su’']s)$", re.I)
_MANY = re.compile(
    r"^(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?![\w-])|dozens|some|several|many|more)\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A deed of a kind that a statement sets somewhere: `how` and `where`, the `kind` of place or its `names`; `theme`
    is what it is told of."""

    deed: str
    how: str
    where: str
    kind: str
    names: frozenset[str]
    theme: str
    claim: Claim | None
    statement: Statement
    telling: Telling
    shown: Span

    @property
    def words(self) -> str:
        """The answer."""
        return f"{self.how} {self.where}".strip()


def compare_placed(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare where two reports of a small pile set one deed."""
    if not few_reports(pile):
        return
    found = {report: list(_read(pile, tellings, report)) for report in pile.annotations}
    for here in found.values():
        for left, right in combinations(here, 2):
            pile.look()
            if not any(pile.outlet_says(at.statement) for at in (left, right)) and _differ(pile, left, right):
                yield _finding(pile, left, right)
    for one, other in combinations(found, 2):
        if pile.origins[one] == pile.origins[other]:
            continue
        for left in found[one]:
            for right in found[other]:
                pile.look()
                if _differ(pile, left, right):
                    yield _finding(pile, left, right)


def _read(pile: Pile, tellings: Tellings, report: str) -> Iterator[_Placed]:
    text, found = pile.reports[report].text, pile.annotations[report]
    for deed, (verbs, behind, of) in _DEEDS.items():
        for verb in verbs.finditer(text):
            sentence = sentence_at(text, verb.start(), verb.end())
            lead = re.split(r"[,;:“”\"]\s|\b(?:and|but|when|while|as|that)\s", text[sentence.start : verb.start()])[-1]
            rest = text[verb.end() : sentence.end]
            rest = _CLAUSE.split(rest)[0]
            alone = verb.group().lower() in {"left", "came to "}
            place = next((m for m in ([_LEFT.match(f" {rest.strip()}")] if alone else behind.finditer(rest))
                          if m and _is_place(" ".join(m["where"].split()))
                          and not (m.group().startswith("by ") and not _kind(m["where"].strip()))), None)  # fmt: skip
            place = place or _CLEFT.search(text[sentence.start : verb.start()])
            statement = told_by(found.statements, verb.start(), verb.end())
            if place is None or statement is None or statement.act in _NO_ACCOUNT:
                continue
            if _NOT_SO.search(f"{lead}{verb.group()}{rest[: place.end()]}") or (place["where"] or "").startswith(
                "for "
            ):
                continue
            near = [c for c in found.claims if verb.start() <= c.trigger.start < verb.end()]
            if any(c.polarity is not Polarity.POSITIVE or c.modality not in _HELD for c in near):
                continue
            where = " ".join(place["where"].split())
            if leading := _LEADING.match(where):
                where = leading.group().strip() if not _kind(where) else where
            kind, names = _kind(where), _names(where)
            theme = _theme(pile, near, of, lead) if not alone else _of_lead(verb.group(), lead, where)
            how = place.groupdict().get("how") or ("from" if verb.group().lower() == "left" else "at")
            telling = tellings.at(report, verb.start(), verb.end())
            shown = words_of(statement, sentence, verb.start(), text)
            claim = near[0] if near else None
            yield _Placed(deed, how, where, kind, names, theme, claim, statement, telling, shown)


def _is_place(where: str) -> bool:
    """Whether some words are of a kind of place, or begin with a name."""
    return bool(_kind(where) or (_LEADING.match(where) and _names(where)))


def _of_lead(verb: str, lead: str, where: str) -> str:
    """Who left a town; whose house somebody came to."""
    return where.split()[0] if verb.lower() != "left" and where[:3].lower() in {"his", "her"} else _bare(lead)


def _theme(pile: Pile, claims: list[Claim], of: str, lead: str) -> str:
    """What a deed is told of: whom it is done to, what goes off, lands or begins."""
    for claim in claims:
        whos = claim.patient or (claim.agent if of != "whom" or claim.predicate == "die" else ())
        if of != "whom":
            whos = claim.agent or claim.patient if not claim.patient else claim.patient
        if whos:
            words = " ".join((whos[0].span.text if whos[0].span else whos[0].name).split())
            entity = pile.entity(whos[0])
            return entity.name if entity and _PRONOUN.match(words) else words
    return _bare(lead)


def _bare(lead: str) -> str:
    """The words before a verb without its auxiliaries."""
    return " ".join(re.sub(r"\b(?:was|were|had|has|have|been|is|are|\w+ly)\b", " ", lead).split())


@functools.lru_cache(maxsize=1 << 12)
def _kind(where: str) -> str:
    """The kind of place that a phrase's noun names; empty where it is none."""
    first = re.split(r"\sof\s", where.lower())[0]
    words = re.sub(r"^(?:the|a|an|his|her|their|our|its|my)\s", "", first).split()
    for n in (3, 2, 1):
        if len(words) >= n:
            tail = [*words[-n:-1], singular(words[-1])]
            kind: str = _KIND.get(" ".join(tail)) or _KIND.get(" ".join(words[-n:])) or ""
            if kind:
                return kind
    return ""


def _names(words: str) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s$", "", name) for name in _NAME.findall(words)) - _NO_NAMES


def _differ(pile: Pile, left: _Placed, right: _Placed) -> bool:
    if left.deed != right.deed or pile.holder_key(left.statement) == pile.holder_key(right.statement):
        return False
    if not (left.telling.carried or right.telling.carried) and days_apart(left.telling.when, right.telling.when):
        return False
    return _apart(pile, left, right) and _one(left, right)


def _apart(pile: Pile, left: _Placed, right: _Placed) -> bool:
    if left.kind and right.kind:
        return left.kind != right.kind and frozenset((left.kind, right.kind)) not in _ONE
    if left.kind or right.kind or left.names & right.names:
        return False
    one, other = " ".join(sorted(left.names)), " ".join(sorted(right.names))
    if one_name(one, other):
        return False
    inside = r"(?:,\s|,?\s(?:in|near|at|of|outside|on|by)\s)(?:the\s\w+\s(?:of\s)?)?"
    pair = [re.escape(at.where) for at in (left, right)]
    link = re.compile(f"{pair[0]}{inside}{pair[1]}|{pair[1]}{inside}{pair[0]}")
    return not any(link.search(report.text) for report in pile.reports.values())


def _one(left: _Placed, right: _Placed) -> bool:
    """Whether both are told of one: by a name or noun both have, or by a pronoun or a word for the one known."""
    of = _DEEDS[left.deed][2]
    themes = [at.theme for at in (left, right)]
    if not all(themes) or any(_MANY.search(theme) for theme in themes):
        return False
    names = [
        frozenset(name for name in _names(f"x {theme}") if not any(name.lower() in line for line in _THINGS)) - at.names
        for theme, at in zip(themes, (left, right), strict=True)
    ]
    if names[0] & names[1]:
        return True
    if all(names):
        return False
    heads = [singular(head_noun(theme)).lower() for theme in themes]
    lines = [line for line in _THINGS if any(head in line for head in heads)]
    if heads[0] == heads[1] and heads[0] and (of == "whom" or lines) and not any(map(_PRONOUN.match, themes)):
        return True
    back = [bool(_PRONOUN.match(theme)) or _definite(theme) for theme in themes]
    if of == "whom":
        if not any(names) and not any(map(_PRONOUN.match, themes)):
            return False  # a policeman and a student
        if any(names) and not all(_PRONOUN.match(t) or n for t, n in zip(themes, names, strict=True)):
            named, other = (0, 1) if names[0] else (1, 0)
            return back[other] and heads[other] in themes[named].lower().split()
        return any(back) and not any(_PLURAL.search(theme) for theme in themes)
    if any(_PRONOUN.match(theme) for theme in themes):
        return bool(lines) or all(_PRONOUN.match(theme) for theme in themes)
    return any(all(head in line for head in heads) for line in lines)


def _definite(theme: str) -> bool:
    return bool(re.match(r"(?:the|his|her|their|our|this|that)\s", theme, re.I))


def _finding(pile: Pile, left: _Placed, right: _Placed) -> Finding:
    evidence = [pile.evidence(at.statement.report, at.shown) for at in (left, right)]
    one, other = left.words, right.words
    return conflict(
        Slot.PLACE,
        _SCORE,
        f"{_question(pile, left, right)}: {one.removeprefix('from ')} or {other.removeprefix('from ')}?"
        if left.how == right.how == "from"
        else f"{_question(pile, left, right)}: {one} or {other}?",
        [f"One says “{one}”, the other “{other}”.", "Their reports were put together for one matter."],
        Answer(left.claim.id if left.claim else left.statement.id, left.statement.id, one, evidence[0]),
        Answer(right.claim.id if right.claim else right.statement.id, right.statement.id, other, evidence[1]),
    )


def _question(pile: Pile, *placed: _Placed) -> str:
    """ "Where was the governor taken", by the first of both that makes a whole question."""
    where = "From where" if all(at.how == "from" for at in placed) else "Where"
    for at in placed:
        if at.claim is None:
            continue
        whole = ask_whether(pile, at.claim).rstrip(" ?")
        cut = whole.find(f" {at.words}")
        whole = _DAY.sub("", whole[:cut] if cut > 0 else "")
        if (
            re.match(r"(?:Did|Was|Were) (?!it\b|he\b|she\b|they\b|there\b|this\b|that\b)", whole)
            and len(whole.split()) > 2
        ):
            return f"{where} {whole[0].lower()}{whole[1:]}"
    return _ASKED[placed[0].deed]
