"""Words that set something somewhere more exactly than a place does: so many miles from a point, in whose waters or on
whose side of a line, on which floor, and from where shots came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.link.compare.counts.numerals import numbers_in
from counterclaim.link.compare.denials.parties import names_in, share_name
from counterclaim.link.compare.places.words import SITE_WORDS, kind_of, one_name
from counterclaim.link.sought import Sought

_KM = {"kilomet": 1.0, "km": 1.0, "mile": 1.609, "met": 0.001, "yard": 0.000914, "m": 0.001}
_COMPASS = r"(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))*(?:ern|wards?)?"
_NUMBER = (
    r"(?P<number>\d[\d.,]*|(?:[a-z]+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred))"
)
_NAME = r"(?-i:[A-Z])[\w’'-]+(?:\s+(?:al-)?(?-i:[A-Z])[\w’'-]+){0,3}"
#: "four nautical miles east of Gannet Rock", "two kilometres from the bridge".
_DISTANCE = Sought(
    rf"\b{_NUMBER}\s*(?P<sea>nautical |sea )?(?P<unit>kilomet(?:re|er)s?|kms?|miles?|met(?:re|er)s?|yards?)\s+"
    rf"(?:(?:away|outside|inland|off|out)\s+)?(?:to the\s+)?(?:(?P<side>{_COMPASS})\s+)?(?:of|from|off)\s+"
    rf"(?:the (?:town|village|city|port|island|coast) of\s+)?(?P<point>(?:the\s+)?{_NAME}|"
    rf"the\s+(?:[\w-]+\s+){{0,2}}?(?:{SITE_WORDS}|border|gate|line))\b",
    re.I,
)
_WATERS = Sought(
    r"\b(?:in|inside|into|within|entered|entering|"
    r"violated)\s+(?:the\s+)?(?:(?P<whose>(?-i:[A-Z])[\w-]+?)(?:[’']s)?\s+|(?P<own>our)\s+(?:own\s+)?)"
    r"(?:territorial\s+)?(?P<what>waters|airspace)\b|"
    r"\b(?P<free>(?:on|in)\s+(?:the\s+)?(?:high seas|open sea|(?:international|neutral) (?:waters|airspace)))\b",
    re.I,
)
_SIDE = Sought(
    r"\b(?:on|inside|across onto|onto)\s+(?:the\s+)?(?:(?P<whose>(?-i:[A-Z])[\w-]+?)(?:[’']s)?|"
    r"(?P<own>our)(?:\s+own)?)\s+"
    r"(?P<what>soil|territory|land|(?<!other )side(?=\s+of\s+the\s+(?:border|line|frontier|river|lake)|"
    r"\b(?=[,.;])|\s+and\b))",
    re.I,
)
_FLOORS = {
    "cellar": r"cellar|basement|underground (?:garage|car park)", "ground": r"ground[- ]floor|street level",
    "first": r"first[- ]floor", "second": r"second[- ]floor", "third": r"third[- ]floor", "fourth": r"fourth[- ]floor",
    "fifth": r"fifth[- ]floor", "sixth": r"sixth[- ]floor", "upper": r"(?:upper|top)(?:most)?[- ]floor|upper storey",
    "attic": r"attic|loft", "roof": r"roof", "kitchen": r"kitchen", "lift": r"lift(?: shaft)?|elevator",
    "stairs": r"stairs?|staircase|stairwell",
    "hold": r"(?:cargo )?hold", "engine": r"engine[- ]room", "bridge": r"wheelhouse", "galley": r"galley",
}  # fmt: skip
_ANY_FLOOR = "|".join(_FLOORS.values())
_BEGAN = (
    r"(?:beg(?:an|un)|broke(?:n)? out|start(?:ed)?|originat(?:ed|ing)|came|came from|set|went off|exploded|was lit)"
)
#: "The fire began on the second floor", "the ground floor, where the fire began".
_FLOOR = Sought(
    rf"\b(?P<what>fire|blaze|flames|explosion|blast|bomb|smoke|it)\b[^.;:]{{0,40}}?\b{_BEGAN}\b(?:\s+(?:in|on|"
    rf"from|at|inside|not|an?|the|room|of|office|rooms|offices|corridor|a \w+ room)|\s+[\w-]+(?=\s+(?:on|"
    rf"in)\b)){{1,6}}\s+(?P<floor>{_ANY_FLOOR})\b"
    rf"|\b(?P<what3>broke out)\s+(?:in|on)\s+the\s+(?P<floor3>{_ANY_FLOOR})\b"
    rf"|\b(?P<floor2>{_ANY_FLOOR})\b,?\s+(?:which is )?where\s+(?:the\s+)?(?P<what2>fire|blaze|flames|explosion|"
    rf"blast|bomb)\b[^.;:]{{0,20}}?\b{_BEGAN}\b",
    re.I,
)
_SHOTS = (
    r"(?P<what>shots?|shooting|firing|gunfire|fire|bullets?|shells?|shelling|rockets?|missiles?|mortars?|"
    r"projectiles?|rounds?|snipers?|grenades?)"
)
#: "The shots came from the old cemetery", "fired from the Unis tower".
_FROM = Sought(
    rf"\b{_SHOTS}\b[^.;:]{{0,50}}?\b(?:came|come|coming|fired|launched|shot|was|were|had been|"
    rf"originated)\s+(?:\w+ly\s+)?(?:not\s+)?from\s+"
    rf"(?P<where>(?:the\s+)?(?:(?:area|direction|side|vicinity|roof|hill|hills|positions?|windows?|"
    rf"grounds) (?:of|behind|above|in|at|near) )?(?:the\s+)?"
    rf"(?:{_COMPASS}\b|{_NAME}|(?:[\w’'-]+\s+){{0,3}}?(?:{SITE_WORDS}|hill|ridge|tower|roof|cemetery|building|"
    rf"mountain)s?))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `start` to `end` that set something somewhere: `kind` distance, realm, floor or source; `words` as an
    answer has them; what they say in `point` (from which, whose, which floor), `km` and `side`."""

    kind: str
    start: int
    end: int
    words: str
    point: str
    km: float = 0.0
    side: str = ""
    what: str = ""

    def differs(self, other: Phrase) -> bool:
        """Whether the two cannot both be where one thing was."""
        if self.kind != other.kind:
            return False
        return _DIFFER[self.kind](self, other)


def phrases_in(sentence: str, speaker: str) -> Iterator[Phrase]:
    """The phrases of a sentence; `speaker` are the names of who says "our waters"."""
    for match in _DISTANCE.finditer(sentence):
        number = next((value for _, value in numbers_in(match["number"])), 0.0)
        unit = next(km for name, km in _KM.items() if match["unit"].lower().startswith(name))
        km = number * (1.852 if match["sea"] else unit)
        if km:
            yield Phrase(
                "distance", match.start(), match.end(), match.group(), match["point"], km, _compass(match["side"])
            )
    for pattern in (_WATERS, _SIDE):
        for match in pattern.finditer(sentence):
            free = "free" in match.groupdict() and match["free"]
            whose = "" if free else (match["whose"] or speaker)
            if (free or whose) and (match["whose"] or "").lower() not in {
                "the",
                "international",
                "neutral",
                "other",
                "both",
            }:
                yield Phrase(
                    "waters" if pattern is _WATERS else "side", match.start(), match.end(), match.group(), whose
                )
    for match in _FLOOR.finditer(sentence):
        words = match["floor"] or match["floor2"] or match["floor3"]
        floor = next(name for name, pattern in _FLOORS.items() if re.fullmatch(pattern, words, re.I))
        how = "on" if re.search("floor|stairs?$|roof", words) else "in"
        yield Phrase(
            "floor",
            match.start(),
            match.end(),
            f"{how} the {words}",
            floor,
            what=(match["what"] or match["what2"] or "fire").lower(),
        )
    for match in _FROM.finditer(sentence):
        yield Phrase(
            "source", match.start(), match.end(), f"from {match['where']}", match["where"], what=match["what"].lower()
        )


def _compass(words: str | None) -> str:
    return re.sub(r"ern|wards?|[ -]", "", (words or "").lower())


def _other_distance(one: Phrase, other: Phrase) -> bool:
    if not _one_point(one.point, other.point):
        return False
    turned = one.side and other.side and {one.side, other.side} in ({"north", "south"}, {"east", "west"})
    short, long = sorted((one.km, other.km))
    return bool(turned) or long / short > _TIMES


def _one_point(one: str, other: str) -> bool:
    if any(re.search(r"[A-Z]", point) for point in (one, other)):
        return bool(names_in(f"x {one}") & names_in(f"x {other}"))
    return kind_of(one.split()[-1]) == kind_of(other.split()[-1])


def _other_waters(one: Phrase, other: Phrase) -> bool:
    if not one.point or not other.point:
        return bool(one.point or other.point)
    return not share_name(names_in(f"x {one.point}"), names_in(f"x {other.point}"))


def _other_side(one: Phrase, other: Phrase) -> bool:
    return not share_name(names_in(f"x {one.point}"), names_in(f"x {other.point}"))


def _other_floor(one: Phrase, other: Phrase) -> bool:
    if one.point == other.point or ({one.what, other.what} & _BLASTS and {one.what, other.what} & _FIRES):
        return False
    return not ("upper" in {one.point, other.point} and {one.point, other.point} & _ABOVE)


def _other_source(one: Phrase, other: Phrase) -> bool:
    sides = [
        _compass(m.group()) if (m := re.search(rf"\b{_COMPASS}\b", phrase.point, re.I)) else ""
        for phrase in (one, other)
    ]
    names = [names_in(f"x {phrase.point}") for phrase in (one, other)]
    if all(names):
        return not share_name(*names) and not one_name(" ".join(sorted(names[0])), " ".join(sorted(names[1])))
    if all(sides) and not any(names):
        return not (sides[0] in sides[1] or sides[1] in sides[0]) and not {sides[0][:5], sides[0][-5:]} & {
            sides[1][:5],
            sides[1][-5:],
        }
    return False


_DIFFER = {
    "distance": _other_distance, "waters": _other_waters, "side": _other_side, "floor": _other_floor,
    "source": _other_source,
}  # fmt: skip
#: By how many times one distance is longer than another that cannot be a rounding of it.
_TIMES = 1.35
_BLASTS, _FIRES = frozenset({"explosion", "blast", "bomb"}), frozenset({"fire", "blaze", "flames", "smoke"})
_ABOVE = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "attic"})
