"""What a count counts: the noun after it, its words, and whether such things belong among figures at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from counterclaim.annotate.figures.lexicon import (
    ANAPHORS,
    ARMS_AND_ATTACKS,
    DONE_TO_FORMS,
    EMPTY_HEADS,
    MEASURES,
    PERSONS,
    STATES,
    UNCHANGED,
    UNCOUNTED,
)
from counterclaim.annotate.names.words import REPORTING

#: A counted noun stands at most so many tokens after its number ("21 moderate opposition fighters").
_REACH = 9
_OPENERS = frozenset({"DT", "PRP$", "PDT", "WDT"})
_PLURAL = frozenset({"NNS", "NNPS"})
#: Said of those who are counted, but no part of what they are.
_NOT_PART_OF_NAME = frozenset("other another more additional further extra new separate at least about total".split())

#: Singular nouns after a number that it does not belong to ("12 dead", "displaced 11 million half of …").
_NO_UNITS = frozenset({*STATES, "half"})


#: Numbers in the plural, which are no nouns that are counted.
MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted noun (None where the number stands alone) and the tokens that name what is counted."""

    noun: Token | None
    first: int
    last: int
    anaphor: bool = False


#: What tells that a number beside a noun counts, and is no age ("the girls, 12 and 14").
_IN_ALL: Final = frozenset({"in all", "in total", "in number", "all told", "altogether", "strong", "by the", "of them"})
_OURS: Final = frozenset({"ours", "theirs", "own"})
_ALL_OF: Final = frozenset("all some about around nearly only over".split())
#: Plurals that the lemmatizer takes for those of other nouns.
_MISREAD: Final = {"corpses": "corpse", "doses": "dose", "bases": "base", "graves": "grave"}
#: Numbers of money, of length, weight and room, shares and hours, as the parser's names tell them.
_MEASURED: Final = frozenset({"MONEY", "QUANTITY", "PERCENT", "TIME", "DATE"})
_AGES = frozenset({"age", "ages", "aged"})
_AGE_BOUNDS = frozenset({"of", "under", "below", "over", "above", "between", "to", "from"})


def counted_after(doc: Doc, number: int, limit: int, value: float | None) -> Counted | None:
    """What the number whose last token is `number` counts, looking no further than token `limit`.

    None where it counts nothing: a measure, the number of a unit ("83 Infantry Division"), a year.
    """
    if _of_age(doc, number):
        return None
    at = number + 1
    if (some := _some_of_those(doc, number, limit)) is not None:
        return some
    if at + 1 < limit and doc[at].is_quote and doc[at + 1].lower_ == "of":
        at += 1
    if at < limit and doc[at].lower_ == "of":
        at += 1
        while at < limit and doc[at].tag_ in _OPENERS and doc[at].lower_ != "whom":
            at += 1
    if number + 1 < at < limit and doc[at].lower_ in _OURS:
        return Counted(None, at, at)
    at += number + 1 < at < limit and doc[at].like_num  # "4 of the 5 districts"
    if (some := _some_were(doc, at, limit)) is not None:
        return some
    first = at
    while at < min(limit, number + _REACH):
        token = doc[at]
        if token.lower_ in ANAPHORS and not _opens_noun(doc, at, limit):
            return _of_them(doc, at, limit)
        if is_measure(token):
            return None
        if (_is_counted_form(token, value) or _is_people(doc, number, token)) and not _belongs_to_next(doc, at, limit):
            first = _without_states(doc, first, at)
            return Counted(token, first, _end_of_name(doc, at, limit))
        if not _may_precede_noun(doc, at, limit):
            break
        at += 1
    if _is_age(doc, number):
        return None
    return _beside(doc, number) or _alone(doc, number, at)


def _beside(doc: Doc, number: int) -> Counted | None:
    """The trucks, eight in all, were stopped; our children, all twenty-eight, are safe."""
    token, first = doc[number], number
    while first > token.sent.start and doc[first - 1].lower_ in _ALL_OF:
        first -= 1
    noun = token.head
    if token.dep_ != "appos" or noun.tag_ != "NNS" or first - noun.i != 2 or doc[first - 1].text != ",":
        return None
    several = is_person(noun) or is_arm_or_attack(noun) or is_thing(noun)
    whole = doc[first].lower_ == "all" or doc[number + 1 : number + 3].text.lower() in _IN_ALL
    return Counted(noun, noun.i, noun.i) if several and (whole or doc[number + 1].lower_ in _IN_ALL) else None


def _of_age(doc: Doc, number: int) -> bool:
    """Whether a number is said to be an age ("under the age of eight", "aged 12", "at ages below 8")."""
    before = list(doc[max(0, number - 4) : number])
    while before and (before[-1].lower_ in _AGE_BOUNDS or before[-1].like_num):
        before.pop()
    return bool(before) and before[-1].lower_ in _AGES


def _is_age(doc: Doc, number: int) -> bool:
    """Whether a number tells the age of somebody named before it ("their son, 12, was killed", "a girl of nine")."""
    before = doc[number - 2] if number > 1 else doc[0]
    one = before.tag_ == "NN" and is_person(before) and before.lower_ not in UNCHANGED  # "a crew of nine"
    if number > 1 and doc[number - 1].lower_ == "of" and one:
        return True
    for at in (number, number - 2):  # "the brothers, 19 and 22, were"
        pair = doc[max(0, at - 1) : at + 4]
        if 1 < at < len(doc) - 3 and [t.text if not t.like_num else "0" for t in pair] == [",", "0", "and", "0", ","]:
            return is_person(doc[at - 2])
    if not 0 < number < len(doc) - 1 or doc[number - 1].text != "," or doc[number + 1].text != ",":
        return False
    return before.tag_ in {"NN", "NNP"} and (before.pos_ == "PROPN" or is_person(before))


def _some_were(doc: Doc, at: int, limit: int) -> Counted | None:
    """Eighteen were soldiers and six were civilians; seven, by the register, were minors."""
    at = past_aside(doc, at, limit)
    if at >= limit or doc[at].lower_ not in {"were", "are"}:
        return None
    at += 1
    while at < limit and doc[at].pos_ in {"ADJ", "NOUN", "PROPN"} and doc[at].tag_ not in _PLURAL:
        at += 1
    if at < limit and doc[at].tag_ in _PLURAL and is_person(doc[at]):
        return Counted(doc[at], at, at, anaphor=True)
    return None


def _some_of_those(doc: Doc, number: int, limit: int) -> Counted | None:
    """Seven of those on board were soldiers."""
    if number + 2 >= limit or doc[number + 1].lower_ != "of" or doc[number + 2].lower_ not in {"those", "these"}:
        return None
    verb = doc[number].head
    if doc[number].dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    said = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ in _PLURAL and is_person(c)), None)
    return None if said is None else Counted(said, said.i, said.i, anaphor=True)


def past_aside(doc: Doc, at: int, limit: int) -> int:
    """Past an aside that says by whose count ("seven, by the register, were …")."""
    if at + 1 >= limit or doc[at].text != "," or doc[at + 1].lower_ not in {"by", "according"}:
        return at
    return next((comma.i + 1 for comma in doc[at + 2 : min(limit, at + _REACH)] if comma.text == ","), at)


def _of_them(doc: Doc, anaphor: int, limit: int) -> Counted:
    """32 others; 30 of them children; 12 of whom were civilians."""
    at = anaphor + 1
    while at < limit and doc[at].lower_ in {"were", "was", "are", "being", "mostly", "all"}:
        at += 1
    if at + 1 < limit and doc[at].lower_ in {"a", "an"}:
        at += 1
    if doc[anaphor].lower_ in {"them", "whom"} and at < limit and (doc[at].tag_ in _PLURAL or is_person(doc[at])):
        return Counted(doc[at], at, at, anaphor=True)
    return Counted(None, anaphor, anaphor, anaphor=True)


def _alone(doc: Doc, number: int, stopped: int) -> Counted | None:
    """A number without its noun, or nothing where a singular noun shows that it numbers something."""
    head = doc[number].head
    if number and doc[number - 1].lower_ in DONE_TO_FORMS:
        return Counted(None, number, number)  # a headline: "bombing kills 32 Medical source"
    if number < head.i <= stopped and head.tag_ in {"NN", "NNP"} and head.lower_ not in _NO_UNITS:
        if head.i + 2 < len(doc) and doc[head.i + 1].lower_ == "and" and doc[head.i + 2].like_num:
            return Counted(head, number + 1, head.i)  # "30 regime and 39 rebel fighters"
        return None
    return Counted(None, number, number)


def _opens_noun(doc: Doc, at: int, limit: int) -> bool:
    """Whether "other" or "more" goes on to a noun ("six other civilians")."""
    if doc[at].lower_ not in {"other", "more"} or at + 1 >= limit:
        return False
    return doc[at + 1].pos_ in {"ADJ", "NOUN", "PROPN"} and doc[at + 1].lower_ not in STATES


def _is_counted_form(token: Token, value: float | None) -> bool:
    """Whether a noun is in the form that the number asks for."""
    if token.tag_ in _PLURAL or token.lower_ in UNCHANGED:
        return token.lower_ not in STATES and token.lower_ not in MANY
    if token.tag_ == "VBZ":  # a plural that the tagger took for a verb
        return token.lower_.removesuffix("s") in PERSONS | ARMS_AND_ATTACKS
    if token.tag_ not in {"NN", "NNP"} or token.lower_ == "shot":  # "18 shot dead"
        return False
    return value == 1 or singular(token) in PERSONS or singular(token) in ARMS_AND_ATTACKS


def _is_people(doc: Doc, number: int, token: Token) -> bool:
    """Whether a name without a plural stands for its people ("hundreds of Rohingya")."""
    first = number + 2 if doc[number + 1].lower_ == "of" else number + 1
    alone = token.i + 1 >= len(doc) or token.nbor(1).pos_ not in {"NOUN", "PROPN", "ADJ"}
    return token.i == first and alone and token.tag_ in {"NNP", "NN", "JJ"} and token.ent_type_ == "NORP"


def _belongs_to_next(doc: Doc, at: int, limit: int) -> bool:
    """Whether the noun only modifies the next one ("air strikes", "car bomb attacks", "militia fighters")."""
    if at + 1 >= limit:
        return False
    token, following = doc[at], doc[at + 1]
    if following.pos_ not in {"NOUN", "PROPN"} and following.lower_ not in {"-"}:
        return False
    if following.lower_ == "-":
        return at + 2 < limit and doc[at + 2].tag_ in {"VBN", "VBD"} and token.tag_ not in _PLURAL
    if token.tag_ in _PLURAL:
        return bool(token.dep_ == "compound" and token.head.i == following.i and following.tag_ in _PLURAL)
    return bool(following.tag_ in _PLURAL or token.dep_ == "compound")


def _may_precede_noun(doc: Doc, at: int, limit: int) -> bool:
    """Whether a token can stand between a number and what it counts."""
    token = doc[at]
    if token.lower_ in {"sustained", "suffered", "received"}:
        return False
    if token.lower_ in STATES and token.tag_ in {"VBN", "VBD"}:
        head = token.head
        # A text that lost its commas: "left scores wounded reports say".
        speaks = head.dep_ == "nsubj" and head.head.lemma_.lower() in REPORTING
        return bool(token.dep_ == "amod" and head.i > token.i and (is_person(head) or not speaks))
    if token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.tag_ in {"VBN", "POS", "JJ", "JJR"} or _is_acronym(token):
        return True
    if token.pos_ == "ADV" and at + 1 < limit and doc[at + 1].pos_ in {"ADJ", "VERB", "PUNCT"}:
        return token.dep_ == "advmod" and token.head.i > token.i
    return token.lower_ in {"-", "'s", "’s", "so", "called", '"', "“"} or (
        token.tag_ == "VBG" and token.dep_ in {"amod", "compound"}
    )


def _is_acronym(token: Token) -> bool:
    """Whether a word is in capitals amid others that are not, whatever the tagger takes it for ("IS fighters")."""
    return bool(token.is_upper and len(token) > 1 and token.i > 0 and not token.nbor(-1).is_upper)


def _without_states(doc: Doc, first: int, noun: int) -> int:
    """The first token of the name, past words that say what happened or that there are others."""
    for at in range(first, noun):
        if doc[at].lower_ in STATES or doc[at].lower_ in _NOT_PART_OF_NAME or doc[at].is_punct:
            first = at + 1
        elif doc[at].pos_ != "ADV":
            break
    return first


def _end_of_name(doc: Doc, noun: int, limit: int) -> int:
    """The last token of the name: past "of …" where the noun says nothing without it ("members of the group")."""
    while noun + 2 < limit and doc[noun + 1].text == "-" and not (doc[noun].whitespace_ or doc[noun + 1].whitespace_):
        noun += 2  # "passers-by", "brothers-in-law"
    if noun + 2 >= limit or doc[noun + 1].lower_ != "of" or singular(doc[noun]) not in EMPTY_HEADS:
        return _end_of_list(doc, noun, limit)
    at = noun + 2
    while at < limit and (
        doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"} or doc[at].lower_ in {"-", "so", "called"}
    ):
        if doc[at].lower_ in STATES or doc[at].tag_ in {"WP", "WDT"}:
            break
        at += 1
    return at - 1 if at > noun + 2 else noun


def _end_of_list(doc: Doc, noun: int, limit: int) -> int:
    """The last of several nouns under one number ("dozens of soldiers and civilians")."""
    at = noun + 1
    if at >= limit or doc[at].lower_ not in {"and", "or"}:
        return noun
    at += 1
    while at < limit and doc[at].pos_ == "ADJ":
        at += 1
    if at < limit and doc[at].tag_ in _PLURAL and doc[at].dep_ == "conj" and doc[at].head.i == noun:
        return at
    return noun


def is_measure(token: Token) -> bool:
    """Whether a noun measures (kilometres, dollars, years) rather than being counted."""
    return singular(token) in MEASURES or token.lower_ in MEASURES


def is_person(token: Token) -> bool:
    """Whether a noun stands for persons: of the list, a people's name, or formed like one ("gunmen")."""
    lemma = singular(token)
    return (
        lemma in PERSONS
        or (token.ent_type_ == "NORP" and token.pos_ in {"NOUN", "PROPN"})
        or lemma.endswith(("man", "men", "woman", "women", "ist"))
    )


def may_be_people(noun: Token | None) -> bool:
    """Whether those who are counted may be people: no noun says otherwise, or it is a name ("Sea Tigers")."""
    return noun is None or is_person(noun) or noun.text[:1].isupper()


def is_thing(token: Token) -> bool:
    """Whether a noun in the plural stands for things that can be counted one by one, whatever they are ("48 names"),
    and not for a measure, an area or a share."""
    several = token.tag_ == "NNS" or token.lower_ in UNCHANGED
    measured = token.ent_type_ in _MEASURED and token.lower_ not in UNCHANGED
    return several and not measured and singular(token) not in UNCOUNTED and not is_measure(token)


def is_arm_or_attack(token: Token) -> bool:
    """Whether a noun stands for weapons, vehicles or attacks."""
    return singular(token) in ARMS_AND_ATTACKS


def singular(token: Token) -> str:
    """A noun's lemma in small letters; in a headline, where the lemmatizer keeps a plural, without its ending."""
    lemma = _MISREAD.get(token.lower_) or str(token.lemma_.lower())
    if token.tag_ == "NNPS" or (token.tag_ == "NNP" and lemma.endswith("s")):
        return f"{lemma.removesuffix('ies')}y" if lemma.endswith("ies") else lemma.removesuffix("s")
    return lemma
