"""Losses: one account says that nobody was hurt, another counts those who were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.link.compare.denial_records import known, shown
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.compare.nouns import head_noun
from counterclaim.link.incidents.likeness import Likeness, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import published
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
#: What nobody reported, confirmed or knows of yet is not denied.
_UNKNOWN = re.compile(
    r"\b(?:report|reports|word|details|confirmation|information|immediate|immediately|yet|figures|breakdown|known|"
    r"number|toll|more|further|other)\b",
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
    likeness = Likeness(tellings, pile.frequency, len(pile.reports))
    figures = [
        (figure, telling)
        for figure in pile.figures.values()
        if (figure.low or figure.best or figure.high or 0) > 0
        and (figure.statement or figure.claim)
        and (telling := tellings.of_figure(figure)) is not None
    ]
    for claim, noun, whose in _denied(pile):
        here = tellings.of_claim(claim)
        best: tuple[float, Figure, list[str]] | None = None
        for figure, there in figures:
            if not _HURT[noun] & set(figure.happened) or not _of_one_sort(whose, figure):
                continue
            chance, why = _one_happening(pile, likeness, claim, here, figure, there)
            if chance and _other_voice(pile, claim, figure) and (best is None or chance > best[0]):
                best = chance, figure, why
        if best is not None:
            yield _finding(pile, claim, best[1], best[2])


def _denied(pile: Pile) -> Iterator[tuple[Claim, str, str]]:
    seen: set[str] = set()
    for claim in pile.claims.values():
        if claim.polarity is not Polarity.NEGATIVE or claim.modality is not Modality.FACT or claim.statement in seen:
            continue
        words = claim.spans[0].text
        found = _NOUN.search(words)
        if found is None or _UNKNOWN.search(words) or not known(pile, pile.statements[claim.statement]):
            continue
        seen.add(claim.statement)
        yield claim, head_noun(found["noun"]), f"{found['whose']} {found['among'] or ''}"


def _of_one_sort(whose: str, figure: Figure) -> bool:
    """Whether those counted can be those of whom there are said to be none."""
    counted = figure.of or ""
    if _CIVILIANS.search(whose):
        return bool(_CIVILIANS.search(counted))
    return bool(_SOLDIERS.search(counted)) if _SOLDIERS.search(whose) else True


def _one_happening(
    pile: Pile, likeness: Likeness, claim: Claim, here: Telling, figure: Figure, there: Telling
) -> tuple[float, list[str]]:
    """How likely both are of one happening, 0 where they are not compared, with reasons."""
    if claim.report == figure.report:
        near = abs(claim.trigger.start - figure.span.start) <= _BESIDE
        apart = (here.places and there.places and not here.places & there.places) or here.when != there.when
        return (0.0 if apart or not near or there.cumulative else 0.8), ["One report gives both."]
    days = published(pile, claim.report), published(pile, figure.report)
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > _DAYS or there.cumulative:
        return 0.0, []
    signs = likeness.signs(here, there)
    if set_apart(here, there, signs) or not here.places & there.places:
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
    found = _NOUN.search(claim.spans[0].text)
    lost = f"{found['whose']}{found['noun']}{found['among'] or ''}".strip() if found else "casualties"
    places = [pile.resolved(who).name for c in (claim, told) if c for who in c.place]
    where = f" in {places[0]}" if places and places[0].lower() not in lost.lower() else ""
    reasons = [
        f"One account says that there were no {lost}, the other has “{figure.span.text} {figure.of or ''}”.",
        *why,
    ]
    return Finding(
        judge("compare", sorted([claim.id, figure.id]), Verdict.CONFLICT, _SCORE, reasons, evidence, Slot.EXISTENCE),
        f"Were there {lost.lower()}{where}?",
        Answer(claim.id, no.id, "no", evidence[0]),
        Answer(figure.id, yes.id, "yes", evidence[1]),
    )
