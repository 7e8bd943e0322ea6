"""When two spellings of a place are looked up as one: keys for the same letters, skeletons for the same sounds."""

from __future__ import annotations

import re
import unicodedata

#: Letters that Unicode does not take apart into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ə": "a", "ß": "ss", "þ": "th"}
)
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
#: From Greek to the extensions of Latin, and what follows general punctuation and symbols.
_OTHER_SCRIPTS = re.compile("[\u0370-\u1dff\u2c00-\uffff]")
_WORDS = re.compile(r"[^\W_]+")
#: The Arabic article as it is written before the letters it takes on the sound of ("ash-Sham", "ez-Zor").
ARTICLES = frozenset("al el ul il an en ar er as es ash esh at et ath ad ed adh az ez".split())
#: Letters and pairs of letters that stand for one sound, or for sounds that transliterations mix up.
_SOUNDS = {
    "tch": "S",
    "sch": "S",
    "sh": "S",
    "ch": "S",
    "kh": "K",
    "gh": "g",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "dj": "j",
}
_SOUNDS |= {"ck": "k", "q": "k", "c": "k", "v": "w"}
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")
_FEWEST = 2


def words_of(name: str) -> list[str]:
    """The words of a name in small plain letters, without marks above letters or apostrophes inside words."""
    name = re.sub(r"[’'‘ʻʼʽ`´ʿʾ]", "", name).casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return _WORDS.findall(bare)


def key_of(name: str) -> str:
    """What a name is looked up by: its letters without spaces and hyphens."""
    if name.isascii():  # most names of an index of 700,000 are
        return name.lower().translate(_NO_LETTERS)
    return "".join(words_of(name))


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters; one in others is never found in English text."""
    return name.isascii() or not _OTHER_SCRIPTS.search(name)


def without_articles(name: str) -> str:
    """The key of a name without the Arabic articles in it ("Deir ez-Zor" and "Deir al-Zor": `deirzor`)."""
    words = words_of(name)
    return "".join(word for word in words if word not in ARTICLES) or "".join(words)


def skeleton_of(key: str) -> str | None:
    """The sound a key begins with and its consonants, on which transliterations agree; None where they are too few.

    "khansheikhoun" and "khanshaykhun" have the same.
    """
    if not key.isascii():
        return None
    for letters, sound in _SOUNDS.items():
        key = key.replace(letters, sound)
    key = _DOUBLED.sub(r"\1", key)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", key)).removesuffix("h")
    if len(bones) < _FEWEST:
        return None
    return f"a{bones}" if _VOWELS.match(key) else bones
