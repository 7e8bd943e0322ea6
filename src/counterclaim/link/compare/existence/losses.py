"""Losses: one account says that nobody was hurt, another counts those who were."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.denials.spans import known, shown
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.likeness import Likeness, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, published, windows, within
from counterclaim.records import Claim, Figure, Happened, Manner, Modality, Polarity, Slot, Verdict

_HURT = {
    "casualty": frozenset({Happened.KILLED, Happened.INJURED}),
    "loss": frozenset({Happened.KILLED, Happened.DESTROYED}),
    "death": frozenset({Happened.KILLED}),
    "fatality": frozenset({Happened.KILLED}),
    "injury": frozenset({Happened.INJURED}),
    "victim": frozenset({Happened.KILLED, Happened.INJURED}),
}
_NOUN = re.compile(
    r"\b(?:no|any|without(?: any)?)\s+(?P<whose>(?:[\w-]+\s+){0,2}?)"
    r"(?P<noun>casualties|losses|deaths|fatalities|injuries|victims)\b(?P<among>\s+(?:among|in|on|to|of)\s+[^,.;]{3,40})?",
    re.I,
)
_UNHURT = re.compile(
    r"\b(?:no|none of (?:the|our|its|their)|not (?:a single|one))\s+(?P<whose>(?:[\w-]+\s+){1,3}?)"
    r"(?:was|were|had been|has been|have been|got)\s+(?:\w+ly\s+)?(?P<verb>harmed|hurt|killed|injured|wounded)\b"
    r"|\b(?P<nobody>nobody|no one|no-one)\s+(?:was|were|had been|has been|got)\s+(?:\w+ly\s+)?"
    r"(?P<how>harmed|hurt|killed|injured|wounded)\b",
    re.I,
)
_HURT_BY = {"killed": "death", "injured": "injury", "wounded": "injury", "harmed": "casualty", "hurt": "casualty"}
#: What nobody reported, confirmed, owned up to or knows of yet is not denied.
_UNKNOWN = re.compile(
    r"\b(?:report|reports|word|details|confirmation|information|immediate|immediately|yet|figures|breakdown|known|"
    r"number|toll|more|further|other|acknowledg\w+|admit\w*)\b",
    re.I,
)
_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops?|servicem[ae]n|personnel|forces?|army|military|police\w*|fighters?|our)\b", re.I
)
_CIVILIANS = re.compile(
    r"\b(?:civilians?|children|child|women|residents?|villagers?|people|passengers?|families)\b", re.I
)
_DAYS = 3
_BESIDE = 700
_LIKELY = 0.6
_SCORE = 0.65


def compare_losses(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare "there were no casualties" with counts of the killed and injured of the same happening."""
    likeness = Likeness.of(pile, tellings)
    denied = list(_denied(pile))
    wanted = {block for claim, _, _ in denied for block in _blocks(pile, claim.report)}
    figures: dict[int | str, list[tuple[Figure, Telling]]] = defaultdict(list)
    for figure in pile.figures.values():
        counted = (figure.low or figure.best or figure.high or 0) > 0 and (figure.statement or figure.claim)
        blocks = [block for block in _blocks(pile, figure.report) if block in wanted] if counted else []
        telling = tellings.of_figure(figure) if blocks else None
        if telling is not None:
            for block in blocks:
                figures[block].append((figure, telling))
    for claim, noun, whose in denied:
        here = tellings.of_claim(claim)
        best: tuple[float, Figure, list[str]] | None = None
        for figure, there in (pair for block in _blocks(pile, claim.report) for pair in figures.get(block, ())):
            pile.look()
            if not _HURT[noun] & set(figure.happened) or not _of_one_sort(whose, figure):
                continue
            chance, why = _one_happening(pile, likeness, claim, here, figure, there)
            if chance and _other_voice(pile, claim, figure) and (best is None or chance > best[0]):
                best = chance, figure, why
        if best is not None:
            yield _finding(pile, claim, best[1], best[2])


def _blocks(pile: Pile, report: str) -> tuple[int | str, ...]:
    day = published(pile, report)
    return (report, *(windows(day.toordinal(), _DAYS) if day else ()))


def _denied(pile: Pile) -> Iterator[tuple[Claim, str, str]]:
    seen: set[str] = set()
    for claim in pile.claims.values():
        if claim.polarity is not Polarity.NEGATIVE or claim.modality is not Modality.FACT or claim.statement in seen:
            continue
        words = claim.spans[0].text
        found = _lost(words)
        if found is None or _UNKNOWN.search(words) or not known(pile, pile.statements[claim.statement]):
            continue
        seen.add(claim.statement)
        yield claim, *found[:2]


def _lost(words: str) -> tuple[str, str, str] | None:
    """What loss some words deny, of whom, and how a question names it."""
    found = _NOUN.search(words)
    if found is not None:
        lost = f"{found['whose']}{found['noun']}{found['among'] or ''}".strip()
        return head_noun(found["noun"]), f"{found['whose']} {found['among'] or ''}", f"Were there {lost}"
    found = _UNHURT.search(words)
    if found is None:
        return None
    verb = (found["verb"] or found["how"]).lower()
    whose = found["whose"] or ""
    return _HURT_BY[verb], whose, f"Were any {whose.strip()} {verb}" if whose else f"Was anybody {verb}"


def _of_one_sort(whose: str, figure: Figure) -> bool:
    """Whether those counted can be those of whom there are said to be none."""
    counted = figure.of or ""
    if _CIVILIANS.search(whose):
        return bool(_CIVILIANS.search(counted))
    if _SOLDIERS.search(whose) and not _SOLDIERS.search(counted):
        return False
    names = names_in(whose)
    return not names or share_name({name.removesuffix("s") for name in names}, names_in(counted))


def _one_happening(
    pile: Pile, likeness: Likeness, claim: Claim, here: Telling, figure: Figure, there: Telling
) -> tuple[float, list[str]]:
    """How likely both are of one happening, 0 where they are not compared, with reasons."""
    if claim.report == figure.report:
        near = abs(claim.trigger.start - figure.span.start) <= _BESIDE
        apart = (here.places and there.places and not here.places & there.places) or here.when != there.when
        return (0.0 if apart or not near or there.cumulative else 0.8), ["One report gives both."]
    if there.cumulative or not within(days_apart_out(pile, claim.report, figure.report), _DAYS, unknown=False):
        return 0.0, []
    signs = likeness.signs(here, there)
    if set_apart(here, there) or not here.places & there.places:
        return 0.0, []
    chance = likeness.chance_of(signs)
    return (chance if chance >= _LIKELY else 0.0), reasons(signs)


def _other_voice(pile: Pile, claim: Claim, figure: Figure) -> bool:
    if figure.statement is None:
        return claim.report != figure.report
    no, yes = pile.statements[claim.statement], pile.statements[figure.statement]
    if claim.report == figure.report and yes.manner is Manner.NARRATION:
        return False
    return pile.holder_key(no) != pile.holder_key(yes)


def _finding(pile: Pile, claim: Claim, figure: Figure, why: list[str]) -> Finding:
    told = pile.claims[figure.claim] if figure.claim else None
    no = pile.statements[claim.statement]
    yes = pile.statements[figure.statement or (told.statement if told else "")]
    evidence = [
        pile.evidence(claim.report, shown(pile, no, claim.spans[0])),
        pile.evidence(figure.report, shown(pile, yes, told.spans[0] if told else figure.span)),
    ]
    lost = _lost(claim.spans[0].text)
    asked = lost[2] if lost else "Were there casualties"
    places = [pile.resolved(who).name for c in (claim, told) if c for who in c.place]
    where = f" in {places[0]}" if places and places[0].lower() not in asked.lower() else ""
    reasons = [
        f"One account denies the loss, the other has “{figure.span.text} {figure.of or ''}”.",
        *why,
    ]
    return Finding(
        judge("compare", sorted([claim.id, figure.id]), Verdict.CONFLICT, _SCORE, reasons, evidence, Slot.EXISTENCE),
        f"{asked}{where}?",
        Answer(claim.id, no.id, "no", evidence[0]),
        Answer(figure.id, yes.id, "yes", evidence[1]),
    )
