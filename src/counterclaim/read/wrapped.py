"""Text with hard line breaks: which lines are of one paragraph, and the text without the breaks between them.

A parser takes a line break for the end of a sentence, so that nothing said in a wrapped text would be found whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.read.furniture import PHOTO
from counterclaim.read.parts import trimmed

#: Hard-wrapped text is seldom wider; the shortest paragraph style (one line each) mostly is.
_WIDEST_WRAP = 120
#: A paragraph of so many lines shows how wide it was wrapped.
_LINES = 3
#: By so many characters a line is wider than all others that was not wrapped with them.
_STANDS_OUT = 6
#: A line set in by so many characters begins a paragraph.
_SET_IN = 2
#: What a mail program puts before each line that it quotes.
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.M)
_BY_LINE = re.compile(r"(?:By|BY) [A-Z]")
_END = re.compile(r"[.!?…。！？؟।][\"'’”»)\]]*$")


def blocks(text: str) -> list[tuple[int, int]]:
    """Where the lines of `text` start and end, the lines of a hard-wrapped paragraph taken together."""
    spans: list[tuple[int, int]] = []
    follows: list[bool] = []  # whether the line stands right below the one before
    at, below = 0, False
    for line in text.split("\n"):
        start, end = trimmed(text, at, at + len(line))
        if start < end:
            spans.append((start, end))
            follows.append(below)
        below = start < end
        at += len(line) + 1
    if max((end - start for start, end in spans), default=0) > _WIDEST_WRAP:
        return spans
    goes_on = _going_on(text, spans, follows)
    ended = sum(bool(_END.search(text[slice(*spans[index - 1])])) for index, on in enumerate(goes_on) if on)
    if ended * 2 > sum(goes_on):
        return spans  # short paragraphs, a line each: hard-wrapped lines mostly end inside of a sentence
    joined: list[tuple[int, int]] = []
    for span, on in zip(spans, goes_on, strict=True):
        if on:
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return joined


def _going_on(text: str, spans: Sequence[tuple[int, int]], follows: Sequence[bool]) -> list[bool]:
    """For each line whether it goes on with the one right above it, as lines of a wrapped paragraph do.

    How wide a paragraph was wrapped, its widest line shows where most of its lines are about as wide and begin in the
    middle of a sentence. Two lines alone show it as little as the head of a mail does; theirs is the width of the
    others, or of the text if there are none.
    """
    if not spans:
        return []
    starts = [index for index, below in enumerate(follows) if not below]
    found, open_, usual = [False] * len(spans), [], 0
    for first, stop in zip(starts, [*starts[1:], len(spans)], strict=True):
        width = _width([end - start for start, end in spans[first:stop]])
        full = [_goes_on(text, spans, index, width) for index in range(first + 1, stop)]
        low = sum(on and text[spans[first + 1 + n][0]].islower() for n, on in enumerate(full))
        if stop - first >= _LINES and sum(full) * 2 >= len(full) and low * 2 >= sum(full):
            found[first + 1 : stop], usual = full, max(usual, width)
        else:
            open_.append((first, stop))
    width = usual or max((end - start for start, end in spans), default=0)
    for first, stop in open_:
        if stop - first < _LINES or not usual:
            found[first + 1 : stop] = [_goes_on(text, spans, index, width) for index in range(first + 1, stop)]
    return found


def _width(lengths: Sequence[int]) -> int:
    """How wide some lines were wrapped: as the widest, or as the next, if of four or more one stands out: a headline or
    the line with the place, day and agency may have been left whole."""
    widest = sorted(lengths)[-2:]
    return widest[0] if len(lengths) > _LINES and widest[-1] - widest[0] > _STANDS_OUT else widest[-1]


def _goes_on(text: str, spans: Sequence[tuple[int, int]], index: int, width: int) -> bool:
    """Whether a line goes on with the one above it: there was no room left, and it is not set in as a new paragraph."""
    if _BY_LINE.match(text, spans[index][0]):
        return False
    set_in = [text[text.rfind("\n", 0, start) + 1 : start] for start, _ in spans[index - 1 : index + 1]]
    return len(set_in[1]) < len(set_in[0]) + _SET_IN and _no_room(text, spans[index - 1], spans[index], width)


def unwrapped(text: str) -> str:
    """The text with a space for each line break inside a hard-wrapped paragraph, and for the marks before the lines of
    a quoted mail; its length stays."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) >= _LINES and sum(line.startswith(">") for line in lines) * 2 > len(lines):
        text = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    chars = list(text)
    for start, end in blocks(text):
        for at in range(start, end):
            if chars[at] == "\n":
                chars[at] = " "
    return "".join(chars)


def _no_room(text: str, above: tuple[int, int], below: tuple[int, int], width: int) -> bool:
    """Whether the first word of the line `below` would have made the line `above` wider than `width`."""
    if PHOTO.search(text[slice(*above)]):
        return False  # a caption has ended
    length = above[1] - above[0]
    word = text[below[0] : below[1]].split(None, 1)[0]
    return length * 2 > width and length + 1 + len(word) > width
