"""What a number is of, in the words of its report: "in the fire at the Orne mill".

A happening is named by a noun ("fire", "crash", "raid") with what stands beside it: its place or its object. Only
nouns that take no side are known ("massacre" is what one account calls it). A number is of a happening where its own
clause says so: "the fire killed nine", "fourteen died in the fire". A bare one ("the crash") is looked for before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.link.compare.counts.happening_words import (
    ACCIDENTS,
    ARTICLES,
    BACK,
    BEFORE,
    BLAMED,
    BY,
    CAME,
    DID,
    DIED_AFTER,
    DIED_IN,
    GIVEN,
    IN,
    IN_NAMED,
    INDEFINITE,
    LONGEST,
    NO_NAME,
    NO_PHRASE,
    NOUN,
    NOUNS,
    OF_FIRE,
    PLURAL,
    PREPOSITION,
    PUT_AT,
    ROWS,
    SETTING,
    SHOUTED,
    SINGULAR,
    STOP,
    THERE,
    TIME,
    WORD,
)
from counterclaim.link.compare.times.words import sentence_at
from counterclaim.link.pile import Pile
from counterclaim.records import Claim, EntityKind, Figure, Span


@dataclass(frozen=True, slots=True)
class Happening:
    """What a number is of: the noun, with what stands right before it and what follows ("at the Orne mill"); `places`
    are the names of places in it, `states` those of states. `plain`: it stands in a sentence, not in a headline."""

    noun: str
    one: bool
    before: str
    after: str
    places: frozenset[str]
    plain: bool
    states: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """ "the fire at the Orne mill" """
        noun = self.noun if self.one else PLURAL.get(self.noun, f"{self.noun}s")
        return " ".join(word for word in ("the", self.before, noun) if word) + self.after

    @property
    def in_place(self) -> bool:
        """Whether what follows the noun says in which place it was, by name."""
        return bool(IN_NAMED.search(self.after))

    @property
    def bare(self) -> bool:
        """Whether nothing stands beside the noun."""
        return not self.before and not self.after

    def without_setting(self) -> Happening:
        """The same without what stands for a place that is named elsewhere ("in the capital"), or only in the brief
        words of a headline."""
        after = SETTING.sub("", self.after) if self.plain else ""
        for state in self.states:
            after = after.removesuffix(f" in {state}")
        places = frozenset(place for place in self.places if place in f"{self.before}{after}")
        return replace(self, after=after, places=places)

    @property
    def named(self) -> bool:
        """Whether what follows the noun has a name in it."""
        return any(word[0].isupper() for word in self.after.split())


def happening_of(pile: Pile, figure: Figure, twins: Sequence[Span] = ()) -> Happening | None:
    """The happening that a figure's own clause sets it in, or that of another place where its report gives it
    (`twins`); None where they name none."""
    text, found = pile.reports[figure.report].text, None
    for span in (figure.span, *sorted(twins, key=lambda twin: twin.start)):
        sentence = sentence_at(text, span.start, span.end)
        for start, happening in _named_in(pile, figure.report, sentence):
            if not _is_of(text, span, sentence, start, happening.noun):
                continue
            full = happening if happening.after else _in_full(pile, figure.report, happening, start[0])
            if found is None or (full.plain and full.after and not (found.plain and found.after)):
                found = full
            break
    return found


def shared(left: Happening | None, right: Happening | None) -> Happening | None:
    """What two numbers are of, in the fuller words; None where neither says, or they say different things."""
    if left is None or right is None:
        return left or right
    if not _alike(left, right):
        return None
    if left.after and right.after and not _content(left) & _content(right):
        return replace(_plainer(left, right), after="", places=frozenset())
    plainer = _plainer(left, right).noun
    return max((left, right), key=lambda each: (each.plain, each.named, bool(each.after), each.noun == plainer))


def _alike(left: Happening, right: Happening) -> bool:
    return left.one == right.one and (
        left.noun == right.noun or any(left.noun in row and right.noun in row for row in ROWS)
    )


def _plainer(left: Happening, right: Happening) -> Happening:
    """That of two whose noun says less of what it was."""
    for row in ROWS:
        if left.noun in row and right.noun in row:
            return min((left, right), key=lambda each: row.index(each.noun))
    return left


def _content(happening: Happening) -> set[str]:
    """The telling words behind a noun, as far as they are compared."""
    return {word.lower()[:5] for word in re.findall(r"\w{3,}", happening.after)} - {"the", "near", "outsi", "betwe"}


def _is_of(text: str, span: Span, sentence: Span, at: tuple[int, int, int], noun: str) -> bool:
    """Whether a number is of the happening whose words begin, whose noun stands and which end at three characters
    (`noun`, in the singular)."""
    first, end = at[0], at[2]
    if end <= span.start:
        between = text[end : span.start]
        if DID.match(between) or DID.fullmatch(between):
            return True
        lead = text[sentence.start : first]
        return bool(IN.search(f" {lead}") and (PUT_AT.fullmatch(between) or THERE.fullmatch(between)))
    if first < span.end:
        return False
    between = text[span.end : first]
    return bool(DIED_IN.fullmatch(between) or (noun in ACCIDENTS and DIED_AFTER.fullmatch(between)))


def _in_full(pile: Pile, report: str, bare: Happening, at: int) -> Happening:
    """The last happening of the same kind that a report names more fully before; the bare one where it names none."""
    text = pile.reports[report].text
    if at == 0:
        return bare
    before = [
        happening
        for _, happening in _named_in(pile, report, Span.of(text, max(0, at - BACK), at))
        if happening.noun == bare.noun and happening.one == bare.one and happening.after
    ]
    plain = [happening for happening in before if happening.plain]
    return (plain or before or [bare])[-1]


def _named_in(pile: Pile, report: str, where: Span) -> Iterator[tuple[tuple[int, int, int], Happening]]:
    """The happenings that a stretch of a report names: where their words begin, where the noun stands and where they
    end; and what they are."""
    text = pile.reports[report].text
    verbs = sorted(claim.trigger.start for claim in pile.annotations[report].claims if _is_verb_form(claim))
    for match in NOUN.finditer(text, where.start, where.end):
        noun = match.group().lower()
        single = SINGULAR.get(noun, noun)
        one = single == noun and noun not in PLURAL.values()
        if noun not in SINGULAR and noun not in NOUNS:
            single, one = _stem(noun), False
        if match.group() == "March" or OF_FIRE.search(text, max(0, match.start() - 20), match.start()):
            continue
        lead = text[max(where.start, text.rfind("\n", 0, match.start()) + 1) : match.start()]
        given = _given(lead)
        if given is not None and INDEFINITE.search(given):
            continue
        headline = given is None and (one or _is_headline(text, match.start()))
        if headline and _is_shouted(text, match.start()):
            continue
        after, end = _after(text, match.end(), where.end, verbs, names_only=headline)
        before = _premodifiers(pile, report, text, match.start())
        if end < 0 or (given is None and not after and not (before and one)):
            continue
        first = match.start() - len(before) - bool(before)
        if given is None and not one and text[max(0, first - 3) : first] == "by ":
            continue
        if given is not None:
            first = min(first, match.start() - len(given))
        if BLAMED.search(lead):
            after = ""
        named = pile.named_in(report, Span.of(text, first, end))
        states = frozenset(entity.name for entity in named if entity.kind is EntityKind.STATE)
        places = frozenset(entity.name for entity in named if entity.kind is EntityKind.PLACE)
        found = Happening(single, one, before, after, places, plain=not headline, states=states)
        yield (first, match.start(), end), found


def _is_verb_form(claim: Claim) -> bool:
    """Whether a claim's trigger is not its noun ("the convoy"), as far as its ending tells."""
    word, noun = claim.trigger.text.lower(), claim.predicate.lower()
    return word not in {noun, f"{noun}s"} or word in STOP


def _given(lead: str) -> str | None:
    """The words of a noun phrase before its noun, where it has an article, a number or an owner."""
    found = GIVEN.match(lead)
    between = found["between"].lower().split() if found else []
    return found["given"] if found and NO_PHRASE.isdisjoint(between) else None


def _stem(noun: str) -> str:
    """A noun of happenings without the ending of the plural."""
    return next((one for one in (noun.removesuffix("es"), noun.removesuffix("s")) if one in NOUNS), noun)


def _line(text: str, at: int) -> str:
    """The line of a text that a character stands in."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].strip()


def _is_headline(text: str, at: int) -> bool:
    """Whether a line has no full stop."""
    return not _line(text, at).endswith((".", "”", '"'))


def _is_shouted(text: str, at: int) -> bool:
    """Whether most words of a line begin with capital letters, as in some headlines."""
    found = [word for word in WORD.findall(_line(text, at)) if len(word) > 3]
    return len(found) > 2 and sum(word[0].isupper() for word in found) / len(found) >= SHOUTED


def _premodifiers(pile: Pile, report: str, text: str, at: int) -> str:
    """What stands right before a noun and tells its kind, or by a name where it was."""
    taken: list[str] = []
    words = [(match.group(), match.start()) for match in WORD.finditer(text, max(0, at - 60), at)]
    end = at
    for word, start in reversed(words):
        if text[start + len(word) : end] != " ":
            break
        name = word[0].isupper() and start > 1 and text[start - 2 : start] != ". " and text[start - 1] != "\n"
        entities = pile.named_in(report, Span.of(text, start, start + len(word))) if name else []
        if (
            word in BEFORE
            or (not name and word.lower() in BEFORE)
            or (name and entities and all(one.kind is EntityKind.PLACE for one in entities))
        ):
            taken.insert(0, word)
            end = start
        else:
            break
    return " ".join(word if word in BEFORE or word.lower() not in BEFORE else word.lower() for word in taken)


def _after(text: str, at: int, until: int, verbs: Sequence[int], *, names_only: bool) -> tuple[str, int]:
    """What says behind a noun of whom or where it was, and where that ends; an end below nought where another noun
    follows ("fire brigade")."""
    pieces: list[str] = []
    end = at
    while len(pieces) < 2:
        time = TIME.match(text, end, until)
        if time is not None:
            end = time.end()
            continue
        doer = BY.match(text, end, until)
        end = doer.end() - 1 if doer is not None and not pieces else end
        came = CAME.match(text, end, until) if not pieces else None
        through = came is not None and came["through"] is not None
        found = came if through else PREPOSITION.match(text, came.end() - 1 if came else end, until)
        if found is None:
            break
        stop = _phrase_end(text, found.end(), until, verbs)
        words = text[found.end() : stop]
        if stop < 0 or (names_only and not words[0].isupper()):
            break
        if pieces and words.split()[0] in ARTICLES and IN_NAMED.match(pieces[0]):
            break
        pieces.append(f" {'at' if through else found['word']} {words}")
        end = stop
    if end == at and not _ends(text, at, until, verbs):
        return "", -1
    return "".join(pieces), end


def _ends(text: str, at: int, until: int, verbs: Sequence[int]) -> bool:
    """Whether a noun phrase ends at a character."""
    if at >= until or text[at] != " ":
        return True
    word = WORD.match(text, at + 1, until)
    if word is None or word.group()[0].isdigit():
        return True
    return (
        word.group().lower() in STOP | ARTICLES
        or _is_verb(verbs, at + 1)
        or bool(PREPOSITION.match(text, at, until))
        or bool(TIME.match(text, at, until))
    )


def _is_verb(verbs: Sequence[int], at: int) -> bool:
    place = bisect_left(verbs, at)
    return place < len(verbs) and verbs[place] == at


def _phrase_end(text: str, at: int, until: int, verbs: Sequence[int]) -> int:
    """Where a noun phrase that begins at a character ends; below nought where none does."""
    words: list[str] = []
    end = at
    while True:
        word = WORD.match(text, end + bool(words), until)
        if (
            word is None
            or (word.group().lower() in STOP - {"and"})
            or (_is_verb(verbs, word.start()) and word.group()[0].islower())
        ):
            break
        if word.group().lower() == "and":
            follows = WORD.match(text, word.end() + 1, until)
            names = bool(words and follows and words[-1][0].isupper() and follows.group()[0].isupper())
            if not names and not (words and follows and text[at - 8 : at] == "between "):
                break
        elif words and (TIME.match(text, end, until) or (word.group() != "of" and PREPOSITION.match(text, end, until))):
            break
        if word.group() in ARTICLES and words and words[-1] != "of":
            break
        words.append(word.group())
        end = word.end()
        if end >= until or text[end] != " ":
            break
    telling = [word for word in words if word.lower() not in NO_NAME and word.lower() not in {"of", "and"}]
    if (
        not telling
        or len(words) > LONGEST
        or words[-1].lower() in {"of", "and", "the", "a", "an"}
        or words[0][0].isdigit()
    ):
        return -1
    return end if words[0].lower() not in NO_NAME - {"the", "a", "an"} and _ends(text, end, until, verbs) else -1
