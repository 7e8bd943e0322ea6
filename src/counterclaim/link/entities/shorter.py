"""A short name and a whole one: surnames, initials, acronyms, and short names that a report has beside the whole.

A short name leads to the one whole name that fits, or to the one that by far most mentions speak of; where two fit
alike it stays what it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.fuzz import ratio

from counterclaim.link.entities.calls import Call, Calls
from counterclaim.link.entities.kinds import BODY_ENDS, STATE_ENDS
from counterclaim.link.entities.names import SMALL, call_of, initials, words_of
from counterclaim.link.entities.organ_names import organ
from counterclaim.link.entities.reasons import Reason, agree, quoted
from counterclaim.link.entities.spelling import same_name, told_apart
from counterclaim.records import EntityKind

#: Share of the mentions by which one bearer of a surname or short name outweighs all others.
BY_FAR = 0.8
#: Two spellings of one surname score at least this much (ratio of matching characters).
_ONE_SURNAME = 90
#: A longer name that no more reports have is a slip, or more than the name, beside one that has twice as many.
_RARE = 2
#: How often, beside the mentions of the short name, reports that have both must speak of the whole one.
_OFTEN = 0.1
_BODIES = (EntityKind.ORGANIZATION, EntityKind.GROUP)


def shortened(calls: Calls) -> Iterator[Reason]:
    """Reasons from short names."""
    yield from _surnames(calls)
    yield from _initials(calls)
    yield from _acronyms(calls)
    yield from _tails(calls)
    yield from _own_outlets(calls)
    yield from _beside(calls)


def _surnames(calls: Calls) -> Iterator[Reason]:
    """ "Doe" is the one person of the reports who is called so."""
    tails: dict[str, list[Call]] = defaultdict(list)
    people = calls.others([EntityKind.PERSON])
    for call in people:
        words = words_of(call.text)
        if len(words) > 1:
            tails[words[-1][:3]].append(call)
    for call in people:
        words = words_of(call.text)
        if len(words) != 1 or len(call.text) < 4:
            continue
        fits = [c for c in tails[words[0][:3]] if _one_surname(words_of(c.text)[-1], words[0])]
        whole = _foremost(fits, call)
        if whole is not None:
            yield Reason(
                whole.key,
                call.key,
                0.85,
                f"{quoted(call)} is the surname of one person in these reports, {quoted(whole)}.",
            )


def _one_surname(left: str, right: str) -> bool:
    return left == right or (len(right) > 4 and float(ratio(left, right)) >= _ONE_SURNAME)


def _initials(calls: Calls) -> Iterator[Reason]:
    """ "J. Doe" and "Jane A. Doe" are the one Jane Doe of the reports."""
    people = [c for c in calls.others([EntityKind.PERSON]) if len(c.text.split()) > 1]
    by_last: dict[tuple[str, str], list[Call]] = defaultdict(list)
    for call in people:
        by_last[call.text.split()[-1], call.text[0]].append(call)
    for call in people:
        if all(len(word) > 1 for word in call.text.split()[:-1]):
            continue
        rivals = by_last[call.text.split()[-1], call.text[0]]
        fits = [c for c in rivals if c is not call and _abbreviates(call.text.split(), c.text.split())]
        whole = _foremost(fits, call)
        if whole is not None:
            yield Reason(whole.key, call.key, 0.9, f"{quoted(call)} abbreviates {quoted(whole)}, who alone fits it.")


def _abbreviates(short: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether given names are those of `whole`, in full or by their first letters; a middle initial may be missing on
    either side."""
    if short[-1] != whole[-1]:
        return False
    mine, other = list(short[:-1]), list(whole[:-1])
    if len(mine) != len(other):
        first, second = mine[0], other[0]
        rest = [word for word in (*mine[1:], *other[1:]) if len(word) > 1]
        return _fits_initial(first, second) and (min(len(mine), len(other)) == 1) and len(rest) <= 1
    return all(_fits_initial(a, b) for a, b in zip(mine, other, strict=True))


def _fits_initial(left: str, right: str) -> bool:
    short, whole = sorted((left, right), key=len)
    return short == whole or (len(short) == 1 and whole.startswith(short))


def _acronyms(calls: Calls) -> Iterator[Reason]:
    """ "WFU" is the one body whose words begin with these letters."""
    owners: dict[str, list[Call]] = defaultdict(list)
    for call in calls.others(_BODIES):
        if len(call.text.split()) > 1:
            owners[initials(call.text)].append(call)
    for letters, bodies in owners.items():
        short = calls.by_key.get(letters)
        if short is None or len(letters) < 2 or not _in_capitals(short):
            continue
        whole = _foremost(bodies, short)
        if whole is not None:
            yield Reason(whole.key, short.key, 0.9, f"{quoted(short)} are the first letters of {quoted(whole)}.")
            yield from _spelled_out(calls, short, whole)


def _spelled_out(calls: Calls, short: Call, whole: Call) -> Iterator[Reason]:
    """ "WFU Council" is the World Ferry Union Council where "WFU" is that union."""
    start = f"{whole.text} "
    for call in calls.others(_BODIES) if len(whole.text.split()) > 1 else ():
        other = (
            calls.by_key.get(f"{short.text} {call.text.removeprefix(start)}") if call.text.startswith(start) else None
        )
        if other is not None:
            yield Reason(
                other.key, call.key, 0.9, f"{quoted(other)} is {quoted(call)} with {quoted(short)} spelled out."
            )


def _tails(calls: Calls) -> Iterator[Reason]:
    """ "Coastal Front" is the one body whose name ends so. Not the organs of states: many have a defence ministry."""
    bodies = [call for call in calls.others(_BODIES) if len(call.text.split()) > 1]
    by_end: dict[str, list[Call]] = defaultdict(list)
    for call in bodies:
        words = call.text.split()
        for n in range(1, len(words) - 1):
            by_end[" ".join(words[n:])].append(call)
    for call in bodies:
        words = call.text.split()
        telling = [word for word in words[:-1] if word not in BODY_ENDS and len(word) > 3]
        if words[-1] in STATE_ENDS or words[0] in SMALL or not telling:
            continue
        fits = [c for c in by_end[call.text] if c.mentions >= call.mentions and not told_apart(c, call)]
        whole = _foremost(fits, call)
        if whole is not None:
            yield Reason(
                whole.key, call.key, 0.82, f"{quoted(call)} is how the name of one body ends, {quoted(whole)}."
            )


def _own_outlets(calls: Calls) -> Iterator[Reason]:
    """ "Told the Lantern" is the Coastal Lantern in its own reports, and "(Meridian)" in a dateline Meridian Wire."""
    for call in calls.others():
        if call.outlet or " " in call.text or any(member.titles for member in call.members):
            continue
        owners = {calls.published.get(report, ("", ""))[0] for report in call.reports}
        whole = calls.by_key.get(call_of(next(iter(owners)))) if len(owners) == 1 else None
        if whole is None or whole is call or not whole.outlet or call.text not in whole.text.split():
            continue
        name, texts = call.members[0].name, [calls.texts[report] for report in sorted(call.reports)]
        credited = any(calls.published[report][1] == name for report in call.reports)
        told = re.compile(rf"\b(?:tell|tells|told|telling|asked by|interviewed by)\s+(?:the\s+)?{re.escape(name)}\b")
        if credited or any(told.search(text) for text in texts):
            yield Reason(whole.key, call.key, 0.95, f"{quoted(whole)} calls itself {quoted(call)}.")


def _in_capitals(call: Call) -> bool:
    return not call.members or any(sum(c.isupper() for c in member.name) > 1 for member in call.members)


def _beside(calls: Calls) -> Iterator[Reason]:
    """Short names that stand alone in some reports, and for the same whole name wherever a report has both."""
    for short, keys in _beside_whole(calls).items():
        key, most = max(keys.items(), key=lambda item: (item[1], item[0]))
        whole, part = calls.by_key[key], calls.by_key.get(short)
        by_far = most >= BY_FAR * keys.total()
        if part is not None:
            for other in sorted(keys):
                longer = calls.by_key[other]
                rare = len(longer.reports) <= _RARE and len(part.reports) >= 2 * _RARE
                if rare and part.mentions >= BY_FAR * (part.mentions + keys.total()):
                    yield Reason(
                        short, other, 0.8, f"A report that has {quoted(longer)} calls it {quoted(part)} as well."
                    )
            several = (" " in short or most > 2) and not organ(short)
            if by_far and most >= _OFTEN * part.mentions and several and agree(whole, part):
                yield Reason(key, short, 0.8, f"Reports that have both use {quoted(part)} for {quoted(whole)}.")
        # Where reading ran two names together ("Town Guard and Harbour Front" for the Front), the short one tells.
        for other in sorted(keys.keys() - {key}):
            glued = calls.by_key[other]
            rare = " and " in glued.text and len(glued.reports) <= _RARE
            if rare and most >= BY_FAR * (keys.total() - keys[other]) and agree(whole, glued):
                why = f"A report calls {quoted(glued)} “{short}”, which is {quoted(whole)} in others."
                yield Reason(key, other, 0.8, why)


def _beside_whole(calls: Calls) -> dict[str, Counter[str]]:
    """The short names that reports use beside whole ones: how often the reports mention each of these."""
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for call in calls.others():
        for member in call.members:
            person = call.kind is EntityKind.PERSON
            for short in {call_of(name, person=person) for name in member.names} - {call.text}:
                if " and " not in short and len(short.split()) < len(call.text.split()) + 2:
                    owners[short][call.key] += member.mentions
    return owners


def _foremost(fits: Sequence[Call], short: Call) -> Call | None:
    """The one that is meant, or by far the most mentioned; None where two are, or they are put to two countries."""
    if not fits:
        return None
    best = max(fits, key=lambda call: (call.mentions, call.key))
    alike = [call for call in fits if call is best or same_name(best, call)[0]]
    if sum(call.mentions for call in alike) < BY_FAR * sum(call.mentions for call in fits):
        return None
    return best if len(_countries([*alike, short])) <= 1 else None


def _countries(calls: Iterable[Call]) -> set[str]:
    return {country for call in calls for country in call.countries}
