"""Losses: one account says that nobody came to harm, another counts those who did."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.link.compare.counts.questions import plural
from counterclaim.link.compare.counts.sizes import show, size
from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.denials.spans import shown
from counterclaim.link.compare.existence.unhurt import Unhurt, unhurt
from counterclaim.link.compare.finding import Answer, Finding
from counterclaim.link.incidents.likeness import Likeness, days_apart, reasons, set_apart
from counterclaim.link.incidents.tellings import Telling, Tellings
from counterclaim.link.judge import judge
from counterclaim.link.pile import Pile
from counterclaim.link.when import days_apart_out, published, windows, within
from counterclaim.records import Figure, Manner, Slot, Verdict

_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops?|servicem[ae]n|personnel|forces?|army|military|police\w*|fighters?|men|comrades?|our)\b",
    re.I,
)
_CIVILIANS = re.compile(
    r"\b(?:civilians?|children|child|women|residents?|villagers?|people|passengers?|families)\b", re.I
)
#: Whose own nobody was, and whose men were.
_HIS = re.compile(r"\b(?:no|none|nobody|not one|not a single) (?:\w+ )?of (?:its|ours?|their|his|her)\b", re.I)
_OF_WHOM = re.compile(r"(?: [a-z]+){0,2} of (?:the )?(?:[A-Z]\w+ ?)+")
_CLOSE = 60
_DAYS = 3
_BESIDE = 700
#: How likely both are of one happening where they name one place, and where their reports tell one story, and they the
#: same day or means by words of their own; a story it is from so much likeness of the reports on.
_LIKELY, _LIKELY_IN_STORY, _ONE_STORY = 0.6, 0.4, 0.06
_SCORE = 0.65


def compare_losses(pile: Pile, tellings: Tellings) -> Iterator[Finding]:
    """Compare "there were no casualties" with counts of the killed, injured and captured of the same happening."""
    likeness = Likeness.of(pile, tellings)
    none = list(unhurt(pile))
    wanted = {block for no in none for block in _blocks(pile, no.claim.report)}
    figures: dict[int | str, list[tuple[Figure, Telling]]] = defaultdict(list)
    for figure in pile.figures.values():
        counted = size(figure) > 0 and (figure.statement or figure.claim)
        blocks = [block for block in _blocks(pile, figure.report) if block in wanted] if counted else []
        telling = tellings.of_figure(figure) if blocks else None
        if telling is not None:
            for block in blocks:
                figures[block].append((figure, telling))
    for no in none:
        here = tellings.of_claim(no.claim)
        best: tuple[float, Figure, list[str]] | None = None
        for figure, there in (pair for block in _blocks(pile, no.claim.report) for pair in figures.get(block, ())):
            pile.look()
            if not no.harm & set(figure.happened) or not _of_one_sort(pile, no, figure):
                continue
            chance, why = _one_happening(pile, likeness, tellings, (no, here), (figure, there))
            if chance and _other_voice(pile, no, figure) and (best is None or chance > best[0]):
                best = chance, figure, why
        if best is not None:
            yield _finding(pile, no, best[1], best[2])


def _blocks(pile: Pile, report: str) -> tuple[int | str, ...]:
    day = published(pile, report)
    return (report, *(windows(day.toordinal(), _DAYS) if day else ()))


def _of_one_sort(pile: Pile, no: Unhurt, figure: Figure) -> bool:
    """Whether those counted can be those of whom there are said to be none."""
    counted, whose = figure.of or "", no.whose
    if not _of_his(pile, no, figure):
        return False
    if _CIVILIANS.search(whose):
        return bool(_CIVILIANS.search(counted))
    if _SOLDIERS.search(whose) and _CIVILIANS.search(counted):
        return False
    names = names_in(whose)
    return not names or share_name({name.removesuffix("s") for name in names}, names_in(counted))


def _of_his(pile: Pile, no: Unhurt, figure: Figure) -> bool:
    """Whether those counted can be the men of who says that none of his own came to harm: they are not called those of
    somebody else ("six men of the Frontier Corps")."""
    text = pile.reports[no.claim.report].text
    if not _HIS.search(text[max(0, no.claim.spans[0].start - _CLOSE) : no.claim.spans[0].end]):
        return True
    behind = _OF_WHOM.match(pile.reports[figure.report].text[figure.span.end :][:_CLOSE])
    names = names_in(f"{figure.of or ''} {behind.group() if behind else ''} {figure.side.name if figure.side else ''}")
    mine = {name for who in pile.statements[no.claim.statement].sources for name in names_in(pile.resolved(who).name)}
    return not names or share_name(mine, names)


def _one_happening(
    pile: Pile, likeness: Likeness, tellings: Tellings, denied: tuple[Unhurt, Telling], counted: tuple[Figure, Telling]
) -> tuple[float, list[str]]:
    """How likely both are of one happening, 0 where they are not compared, with reasons."""
    (no, here), (figure, there) = denied, counted
    if no.claim.report == figure.report:
        near = abs(no.claim.trigger.start - figure.span.start) <= _BESIDE
        apart = (here.places and there.places and not here.places & there.places) or here.when != there.when
        return (0.0 if apart or not near or there.cumulative else 0.8), ["One report gives both."]
    if there.cumulative or not within(days_apart_out(pile, no.claim.report, figure.report), _DAYS, unknown=False):
        return 0.0, []
    if set_apart(here, there):
        return 0.0, []
    signs = likeness.signs(here, there)
    chance = likeness.chance_of(signs)
    story = tellings.stories.alike(no.claim.report, figure.report) >= _ONE_STORY
    on_one_day = days_apart(here.when, there.when) == 0
    by_words = here.deeds & there.deeds or not (here.carried or there.carried)
    if here.places & there.places:
        enough = _LIKELY
    elif story and on_one_day and by_words and not (here.placed and there.placed):
        enough = _LIKELY_IN_STORY
    else:
        return 0.0, []
    return (chance if chance >= enough else 0.0), reasons(signs)


def _other_voice(pile: Pile, no: Unhurt, figure: Figure) -> bool:
    if figure.statement is None:
        return no.claim.report != figure.report
    mine, yes = pile.statements[no.claim.statement], pile.statements[figure.statement]
    if no.claim.report == figure.report and yes.manner is Manner.NARRATION:
        return False
    return pile.holder_key(mine) != pile.holder_key(yes)


def _finding(pile: Pile, no: Unhurt, figure: Figure, why: list[str]) -> Finding:
    """One that was hurt or none is asked with whether, several or none with how many."""
    told = pile.claims[figure.claim] if figure.claim else None
    mine = pile.statements[no.claim.statement]
    yes = pile.statements[figure.statement or (told.statement if told else "")]
    evidence = [
        pile.evidence(no.claim.report, shown(pile, mine, no.claim.spans[0])),
        pile.evidence(figure.report, shown(pile, yes, told.spans[0] if told else figure.span)),
    ]
    several = size(figure) > 1
    reasons = [f"One account denies the loss, the other has “{figure.span.text} {figure.of or ''}”.", *why]
    slot = Slot.COUNT if several else Slot.EXISTENCE
    happened = next((h.value for h in figure.happened if h in no.harm), "")
    return Finding(
        judge("compare", sorted([no.claim.id, figure.id]), Verdict.CONFLICT, _SCORE, reasons, evidence, slot),
        _question(pile, no, figure, several=several),
        Answer(no.claim.id, mine.id, "none" if several else "no", evidence[0]),
        Answer(figure.id, yes.id, f"{show(figure)} {happened}" if several else "yes", evidence[1]),
    )


def _question(pile: Pile, no: Unhurt, figure: Figure, *, several: bool) -> str:
    """ "How many soldiers were killed in Dorvik?", "Was anybody injured in Dorvik?" """
    told = pile.claims[figure.claim] if figure.claim else None
    whom = " ".join(no.whose.split())
    whom = whom if whom and not whom.lower().startswith(("among", "in ", "on ", "to ", "of ")) else ""
    places = [pile.resolved(who).name for claim in (no.claim, told) if claim for who in claim.place]
    where = f" in {places[0]}" if places else ""
    *before, noun = whom.split() or [""]
    whom = " ".join([*before, plural(noun)]) if noun and " of " not in whom and " among " not in whom else whom
    if several:
        return f"How many {whom or 'people'} were {no.befell}{where}?"
    return f"Were any {whom} {no.befell}{where}?" if whom else f"Was anybody {no.befell}{where}?"
