"""What a near miss is called in a list: its two answers and of whom, or its two pieces of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.apps.wording import bounds, name, quoted
from counterclaim.records import Figure, Judgement
from counterclaim.store import View

#: As many characters of each piece of words as tell two pairs apart.
_LONG = 70


def titles(view: View, pairs: Sequence[Judgement]) -> dict[str, str]:
    """The title of each of `pairs`, by its id."""
    figures = {one.id: one for one in view.records("figures", _sides(pairs))}
    return {pair.id: _title(pair, figures) for pair in pairs}


def _sides(pairs: Iterable[Judgement]) -> list[str]:
    return sorted({id_ for pair in pairs for id_ in (pair.left, pair.right)})


def _title(pair: Judgement, figures: Mapping[str, Figure]) -> str:
    left, right = figures.get(pair.left), figures.get(pair.right)
    if left is None or right is None:
        pieces = dict.fromkeys(quoted(_shortened(piece.text)) for piece in pair.evidence)
        return " and ".join(pieces)
    return f"{bounds(left)} and {bounds(right)}: {_whom(left, right)}"


def _whom(left: Figure, right: Figure) -> str:
    """Who was counted, what happened to them, and where; each once, and "or" between what is not the same."""
    of = _either(left.of or right.of or "people", right.of or left.of or "people")
    happened = _either(", ".join(left.happened), ", ".join(right.happened))
    places = [one.place.span.text if one.place.span else name(one.place) for one in (left, right) if one.place]
    where = _either(places[0], places[-1]) if places else ""
    return ", ".join(filter(None, (f"{of} {happened}".strip(), where)))


def _either(left: str, right: str) -> str:
    return " or ".join(dict.fromkeys(filter(None, (left, right))))


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[:_LONG].rpartition(' ')[0] or line[:_LONG]} …"
