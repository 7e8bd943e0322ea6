"""Patterns that are only run where they can match: on words that begin as theirs do.

Comparing looks for some hundreds of lists of words in each sentence of each report, and most sentences have no word of
most lists. Python's `re` tries every alternative at every character; more than half of the time of linking went into
that. So each pattern says by itself with which letters a word must begin for it to match at all (`Beginnings`), and
each text is read once for the beginnings of its words. What is found is the same: where a pattern says nothing of
words, or a text has letters whose case Python folds in ways of its own, the pattern is run as it is.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from sys import maxsize
from typing import Any

#: How many letters of a beginning are looked at.
_LETTERS = 4
#: No pattern is told by more beginnings than this.
_MOST = 400
#: A text as long as this is looked at only where words begin as a pattern does.
_LONG = 400
#: How words begin that begin with any digit.
_DIGIT = "#"
#: What stands behind a beginning that may go on anyhow.
_MORE = "*"
_BEGINNING = re.compile(rf"(\w{{1,{_LETTERS}}})\w*")
_WITHIN = re.compile(r"\w\w")
#: Letters that `re.IGNORECASE` takes for "i", "s" or "k" and `str.lower` does not.
_ODD = re.compile("[\u0130\u0131\u017f\u212a]")
# CPython's own reading of patterns; it has no public door. Without it patterns are run as they are.
_parser: Any = None
with contextlib.suppress(ImportError):
    _parser = importlib.import_module("re._parser")


class Sought:
    """A pattern with the methods of `re.Pattern` that linking uses, which give what those give.

    It is read when it is first asked, and compiled when it is first run: of the hundreds of patterns that are loaded
    with linking, those who only put together what was found (`volumes`) ask few.
    """

    __slots__ = (
        "_finditer", "_match", "_needs", "_placed", "_search", "_starts", "_wide", "_within", "flags", "pattern"
    )  # fmt: skip
    _needs: _Beginnings
    _starts: _Beginnings

    def __init__(self, pattern: str, flags: int = 0, *, within: int | None = None) -> None:
        """Args:
        pattern: As `re.compile` takes it.
        flags: The same.
        within: Behind how many spaces of its first letter a match has a word of those it needs, if that is known
            and it can begin with any word.
        """
        self.pattern, self.flags, self._within = pattern, flags, within

    def __getattr__(self, name: str) -> Any:
        """What is made of the pattern when it is first wanted; Python asks here only for what is not there yet."""
        if name in {"_search", "_match", "_finditer"}:
            compiled = re.compile(self.pattern, self.flags)
            self._search, self._match, self._finditer = compiled.search, compiled.match, compiled.finditer
        elif name in {"_starts", "_needs", "_placed", "_wide"}:
            self._starts, self._needs = _told_by(self.pattern, self.flags)
            self._placed = bool(self._starts) or self._within is not None
            self._wide = any(one[-1] in (_MORE, _DIGIT) for one in self._needs)
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match, None where there is none."""
        words = self._words_of(text, end)
        if words is None:
            return self._search(text, start, end)
        if words.lack(self._needs, wide=self._wide):
            return None
        if len(text) < _LONG or not self._placed:
            return self._search(text, start, end)
        return next(self._from(text, words, start, end), None)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The match that begins at a character, None where none does."""
        words = self._words_of(text, end)
        missing = words is not None and words.lack(self._needs, wide=self._wide)
        return None if missing else self._match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches that do not overlap, in order."""
        words = self._words_of(text, end)
        if words is None:
            return self._finditer(text, start, end)
        if words.lack(self._needs, wide=self._wide):
            return iter(())
        if len(text) < _LONG or not self._placed:
            return self._finditer(text, start, end)
        return self._from(text, words, start, end)

    def _words_of(self, text: str, end: int) -> _Words | None:
        """How the words of a text begin; None where that does not tell whether the pattern is in it."""
        if not self._needs or (end < len(text) and _WITHIN.match(text, max(0, end - 1))):
            return None
        return (_read_short if len(text) < _LONG else _read_long)(text)

    def sub(self, replaced: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with what each match is replaced by in its place."""
        pieces, at = [], 0
        for match in self.finditer(text):
            pieces += [text[at : match.start()], replaced(match)]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def _from(self, text: str, words: _Words, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches, looked for only where words stand with which one can begin."""
        places = words.places(self._starts) if self._starts else words.before(self._needs, self._within or 0)
        for number in range(bisect_left(places, start), bisect_left(places, end)):
            at = places[number]
            if start <= at and (match := self._match(text, at, end)) is not None:
                start = match.end()
                yield match


class _Words:
    """How the words of a text begin, and where."""

    __slots__ = ("_at", "_places", "_text", "_wide", "beginnings")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at: dict[str, list[int]] = {}
        self._places: dict[frozenset[str], list[int]] = {}
        self._wide: frozenset[str] | None = None
        self.beginnings = frozenset(_BEGINNING.findall(text.lower()))

    def lack(self, sought: frozenset[str], *, wide: bool) -> bool:
        """Whether no word begins in one of some ways, among which are shorter beginnings if `wide`."""
        if not wide:
            return self.beginnings.isdisjoint(sought)
        if self._wide is None:
            self._wide = self.beginnings.union(*map(_shorter, self.beginnings))
        return self._wide.isdisjoint(sought)

    def places(self, sought: frozenset[str]) -> list[int]:
        """Where words stand that begin so, in order."""
        if not self._at:
            for match in _BEGINNING.finditer(self._text):
                self._at.setdefault(match[1].lower(), []).append(match.start())
        if sought not in self._places:
            fit = [one for one in sought if one in self._at]
            if any(one[-1] in (_MORE, _DIGIT) for one in sought):
                fit += [one for one in self._at if one not in sought and not sought.isdisjoint(_shorter(one))]
            self._places[sought] = sorted(place for one in fit for place in self._at[one])
        return self._places[sought]

    def before(self, sought: frozenset[str], spaces: int) -> list[int]:
        """Where those words stand and all that stand no more than so many spaces before one."""
        everywhere = [match.start() for match in _BEGINNING.finditer(self._text)]
        found: set[int] = set()
        for place in self.places(sought):
            first = place
            for _ in range(spaces + 1):
                first = self._text.rfind(" ", 0, max(0, first))
            found.update(everywhere[bisect_left(everywhere, first) : bisect_right(everywhere, place)])
        return sorted(found)


@functools.lru_cache(maxsize=1 << 16)
def _shorter(beginning: str) -> frozenset[str]:
    """The shorter beginnings of words that begin so, marked as such, and the mark of a digit."""
    digit = {_DIGIT} if beginning[0].isdecimal() else set()
    return frozenset({beginning[:length] + _MORE for length in range(1, len(beginning) + 1)} | digit)


def _read(text: str) -> _Words | None:
    return None if not text.isascii() and _ODD.search(text) else _Words(text)


#: Sentences and their parts are many and soon done with; a report comes back in each comparison.
_read_short = functools.lru_cache(maxsize=1 << 13)(_read)
_read_long = functools.lru_cache(maxsize=1 << 9)(_read)


_Beginnings = frozenset[str]
_NOT_KNOWN: _Beginnings = frozenset()


def _told_by(pattern: str, flags: int) -> tuple[_Beginnings, _Beginnings]:
    """How a word begins at which each match begins, and how one begins that each match holds; none where not known."""
    if _parser is None:
        return _NOT_KNOWN, _NOT_KNOWN
    parsed = _parser.parse(pattern, flags)
    if parsed.state.flags & re.ASCII:
        return _NOT_KNOWN, _NOT_KNOWN
    items = list(parsed)
    starts = _first(items) if _begins_words(items) else _NOT_KNOWN
    return starts, _held(items, fresh=False) or starts


def _begins_words(items: list[Any]) -> bool:
    """Whether a pattern matches only where a word begins, if what it begins with is a letter."""
    for op, value in items:
        name = str(op)
        if name == "AT":
            return str(value) == "AT_BOUNDARY"
        if name not in {"ASSERT", "ASSERT_NOT"}:
            parts = _INSIDE[name](value) if name in {"SUBPATTERN", "BRANCH"} else []
            return bool(parts) and all(_begins_words(list(part)) for part in parts)
        if _not_behind_words(name, value):
            return True
    return False


def _not_behind_words(op: str, value: Any) -> bool:
    """Whether an item only says that no letter stands before it."""
    if op != "ASSERT_NOT" or value[0] > 0 or len(value[1]) != 1:
        return False
    kind, inside = value[1][0]
    return (
        str(kind) == "IN"
        and any(str(what) == "CATEGORY_WORD" for _, what in inside)
        and "NEGATE" not in map(str, inside[0])
    )


def _held(items: list[Any], *, fresh: bool) -> _Beginnings:
    """How a word begins that each match of these items holds: the most telling of what is known. `fresh`: before them
    stands nothing of a word."""
    found: list[frozenset[str]] = []
    for number, (op, value) in enumerate(items):
        if fresh and (first := _first(items[number:])):
            found.append(first)
        if (inside := _INSIDE.get(str(op))) is not None:
            each = [_held(list(part), fresh=fresh) for part in inside(value)]
            if each and (all_ := [one for one in each if one]) and len(all_) == len(each):
                found.append(frozenset().union(*all_))
        fresh = _fresh_after(str(op), value, fresh=fresh)
    fit = [one for one in found if len(one) <= _MOST]
    return max(fit, key=_tells, default=_NOT_KNOWN)


def _tells(beginnings: _Beginnings) -> tuple[int, bool, int]:
    """How much some beginnings tell: long ones most, whole ones more than those that may go on, few more than many."""
    plain = [one.rstrip(_MORE + _DIGIT) for one in beginnings]
    return min(map(len, plain)), all(one in beginnings for one in plain), -len(plain)


#: What must be there of an item that holds others.
_INSIDE: dict[str, Callable[[Any], list[Any]]] = {
    "SUBPATTERN": lambda value: [value[3]],
    "ATOMIC_GROUP": lambda value: [value],
    "BRANCH": lambda value: value[1],
    "MAX_REPEAT": lambda value: [value[2]] if value[0] else [],
    "MIN_REPEAT": lambda value: [value[2]] if value[0] else [],
    "POSSESSIVE_REPEAT": lambda value: [value[2]] if value[0] else [],
}


def _fresh_after(op: str, value: Any, *, fresh: bool) -> bool:
    """Whether what stands before the end of an item is no part of a word, or the item only looks at a boundary."""
    if op == "LITERAL":
        return not _of_word(chr(value))
    if op == "IN":
        return _not_of_word(op, value)
    if op == "AT":
        return fresh or str(value) in {"AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING"}
    if op in {"ASSERT", "ASSERT_NOT"}:
        return fresh or _not_behind_words(op, value)
    if op not in _INSIDE:
        return False
    if op.endswith("REPEAT"):
        after = _after_all(list(value[2]), fresh=False)
        return after and (fresh or value[0] > 0)
    return all(_after_all(list(part), fresh=fresh) for part in _INSIDE[op](value))


def _not_of_word(op: str, value: Any) -> bool:
    """Whether an item is a set of characters of which none is part of a word."""
    return op == "IN" and all(
        (str(kind) == "LITERAL" and not _of_word(chr(what)))
        or (str(kind) == "CATEGORY" and str(what) in {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"})
        for kind, what in value
    )


def _after_all(items: list[Any], *, fresh: bool) -> bool:
    for op, value in items:
        fresh = _fresh_after(str(op), value, fresh=fresh)
    return fresh


def _first(items: list[Any]) -> _Beginnings:
    """How the word can begin that stands where these items do; none where it can begin anyhow."""
    states = _grown({("", True)}, items)
    # What is still open where the pattern ends may go on.
    found = {beginning + _MORE if open_ else beginning for beginning, open_ in states}
    return _NOT_KNOWN if len(found) > _MOST or found & {"", _MORE} else frozenset(found)


#: The beginning of a word, marked where it may go on anyhow, and whether what comes next belongs to it.
_States = set[tuple[str, bool]]


def _grown(states: _States, items: list[Any]) -> _States:
    """The beginnings with the next letters, as far as the items give them."""
    for op, value in items:
        if len(states) > _MOST:
            return _cut(states)
        grown = {state for state in states if not state[1]}
        open_ = states - grown
        if not open_:
            break
        states = grown | _grown_by(str(op), value, open_)
    return states


def _grown_by(op: str, value: Any, states: _States) -> _States:
    if op == "LITERAL":
        return {_with(beginning, chr(value)) for beginning, _ in states}
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return {_with(beginning, chr(what)) for beginning, _ in states for _, what in value}
    if _not_of_word(op, value):
        return {(beginning, False) for beginning, _ in states}
    if op == "IN" and all(_is_digit(str(kind), what) for kind, what in value):
        return {(beginning + _MORE if beginning else _DIGIT, False) for beginning, _ in states}
    if op == "AT" and str(value) != "AT_NON_BOUNDARY":
        # A boundary or an end behind letters ends the word; what stands before any letter is looked at elsewhere.
        return {(beginning, not beginning) for beginning, _ in states}
    if op in {"ASSERT", "ASSERT_NOT"}:
        return states
    if op == "BRANCH":
        return set().union(*(_grown(states, list(part)) for part in value[1]))
    if op in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _grown(states, list(value[3] if op == "SUBPATTERN" else value))
    if op.endswith("REPEAT"):
        least, most, part = value
        once = _grown(states, list(part))
        again = once if most == 1 else _cut(once)
        return again if least else states | again
    return _cut(states)


def _cut(states: _States) -> _States:
    """The same where nothing is known of what comes next."""
    return {(beginning + _MORE if open_ else beginning, False) for beginning, open_ in states}


def _is_digit(kind: str, what: Any) -> bool:
    """Whether a part of a set of characters holds only digits."""
    if kind == "CATEGORY":
        return str(what) == "CATEGORY_DIGIT"
    first, last = what if kind == "RANGE" else (what, what) if kind == "LITERAL" else (0, 0)
    return ord("0") <= first <= last <= ord("9")


def _with(beginning: str, letter: str) -> tuple[str, bool]:
    if not _of_word(letter):
        return beginning, False
    if not letter.isascii():
        return beginning + _MORE, False
    beginning += letter.lower()
    return beginning, len(beginning) < _LETTERS


def _of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
