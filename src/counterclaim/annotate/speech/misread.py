"""What looks like an attribution and is none: the word for the cue is a name or tells what was done to somebody."""

from __future__ import annotations

from counterclaim.annotate.speech.cues import is_name
from counterclaim.annotate.speech.headlines import is_topic
from counterclaim.annotate.speech.people import is_office_holder
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import ADDRESSING, agent
from counterclaim.annotate.speech.tree import Tree

_SEEMING = frozenset({"seem", "appear"})
#: What happens, and says nothing.
_EVENTS = frozenset(
    "attack assault offensive capture incident raid bombing shelling explosion blast clash round".split()
)
#: "What" stands no further before the verb that names it: "what the mayor called a march".
_NEAR = 6
_LIFE = frozenset({"life", "live"})
#: With these the object of "call" and "dismiss" is what is said of it: "called him a liar", "dismissed them as lies".
_NAMED_AS = ("oprd", "ccomp", "xcomp", "acomp", "advcl")
_FROM_OFFICE = frozenset({"dismiss"})
_LESS = frozenset({"more", "fewer", "less"})
#: What only names what it is about: "a statement on the loss of the ship".
_ABOUT = frozenset({"on", "about"})
_NAMES_TOPIC = frozenset("statement comment remark report message question story position stance".split())
_AGAINST = frozenset({"contrary to", "opposed to", "contradiction to", "contrast to"})
_BEFORE = 10
_TAKES_IN = frozenset({"read", "hear"})
_PERSONAL = frozenset({"i", "we", "he", "she", "they", "you"})
_HYPHENS = frozenset({"-", "‐", "‑"})


def is_misread(scene: Scene, draft: Draft) -> bool:
    """Whether a draft attributes nothing to anybody, by its cue."""
    tree, head = scene.tree, draft.head
    if _is_its_source(tree, draft):
        return True
    if head is None:
        return False
    if draft.lemma == ":" or tree.lower[head] == ":":
        return _is_topic(scene, draft)
    lemma = tree.lemma[head]
    if _is_in_name(tree, head) or _is_surplus(tree, draft, head) or _is_contrary(tree, draft, head):
        return True
    if tree.pos[head] == "NOUN" and lemma in _NAMES_TOPIC:
        return any(tree.lower[token] in _ABOUT for token in draft.cue)
    if lemma in _SEEMING:
        return any(tree.lower[child] == "it" for child in tree.dependents(head, "nsubj"))
    if tree.pos[head] != "VERB":
        return False
    if lemma == "claim" and any(tree.lemma[child] in _LIFE for child in tree.dependents(head, "dobj")):
        return True
    if _is_deed(scene, draft, head) or _is_hearer(tree, draft, head):
        return True
    if not _is_passive(tree, head):
        return _happens(tree, draft)
    if lemma == "want":
        return True  # "was wanted for the bombing"
    return agent(tree, head) is None and _is_said_of(tree, draft, head)


def _is_deed(scene: Scene, draft: Draft, verb: int) -> bool:
    """Whether a verb that can report speech tells of a deed or of hearsay here."""
    tree, lemma = scene.tree, scene.tree.lemma[verb]
    if lemma == "call":
        return _is_on_the_telephone(tree, verb) or _is_convened(scene, draft, verb)
    if lemma in _FROM_OFFICE:
        return _is_sent_away(tree, draft, verb)
    return lemma in _TAKES_IN and _takes_in(tree, verb)


def _is_topic(scene: Scene, draft: Draft) -> bool:
    """Whether it is a headline under the name of a place."""
    start, end = scene.paragraphs[0]
    if not draft.sources or not draft.content or not start <= scene.tree.start[min(draft.content)] < end:
        return False
    said = (scene.tree.start[min(draft.content)], scene.tree.end[max(draft.content)])
    return is_topic(scene, draft.sources[0][0], said)


def _is_in_name(tree: Tree, token: int) -> bool:
    """Whether a word is a part of somebody's name: "Mary Said", "Said-Selim"."""
    text = tree.text
    hyphen = token + 1 < tree.size and tree.lower[token + 1] in _HYPHENS and tree.start[token + 1] == tree.end[token]
    if not text[tree.start[token]].isupper() or tree.lemma[token] != "say":
        return False
    return is_name(tree, token) or (hyphen and text[tree.end[token + 1]].isupper())


def _is_passive(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what was done to its subject or governor."""
    if tree.tag[verb] not in ("VBN", "VBD"):
        return False
    if tree.dependent(verb, "auxpass", "nsubjpass") is not None:
        return True
    has = any(tree.lemma[child] == "have" for child in tree.dependents(verb, "aux"))
    bare = tree.dependent(verb, "nsubj") is None and not has
    return tree.tag[verb] == "VBN" and bare and tree.dep[verb] in ("acl", "advcl")


def _is_said_of(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether the source is what the participle says more of: "a truce agreed in May", "the town once dubbed …"."""
    governor = tree.head[verb]
    following = tree.lower[verb + 1] if verb + 1 < tree.size else ""
    if tree.dep[verb] != "acl" or governor > verb or tree.lower[verb - 1] == "," or following == "by":
        return False
    return any(start <= tree.start[governor] < end for source in draft.sources for start, end in source)


def _happens(tree: Tree, draft: Draft) -> bool:
    """Whether what is taken for the speaker is a happening: "The attack has raised concern"."""
    if len(draft.sources) != 1:
        return False
    tokens = tree.within(draft.sources[0][0])
    head = next((k for k in tokens if tree.head[k] not in tokens or tree.head[k] == k), None)
    if head is None or tree.lemma[head] not in _EVENTS or tree.entity[head]:
        return False
    return all(tree.entity[token] not in ("ORG", "PERSON") for token in tokens)


def _is_on_the_telephone(tree: Tree, verb: int) -> bool:
    """Whether one person called another: "called the foreign minister Jane Doe to protest"."""
    called = tree.dependent(verb, "dobj")
    aim = tree.dependent(verb, "xcomp", "advcl", "ccomp")
    subject = tree.dependent(aim, "nsubj") if aim is not None else None
    who = called if called is not None else subject
    if aim is None or who is None or who < verb or not any(tree.lower[child] == "to" for child in tree.children[aim]):
        return False
    return tree.entity[who] == "PERSON"


def _is_its_source(tree: Tree, draft: Draft) -> bool:
    """Whether nothing but the speaker was taken for what was said."""
    words = [token for token in draft.content if not tree.is_mark(token)]
    pieces = [piece for source in draft.sources for piece in source]
    return bool(words) and all(any(a <= tree.start[token] < b for a, b in pieces) for token in words)


def _is_contrary(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether a sentence is set against what somebody said: "No truce was made, contrary to what the mayor said"."""
    before = range(max(tree.sentence_of(verb).start, verb - _BEFORE), verb)
    what = next((k for k in before if tree.lower[k] == "what"), None)
    opens = " ".join(tree.lower[max(0, what - 2) : what]) if what is not None else ""
    return opens in _AGAINST and min(draft.content, default=verb) < (what or 0)


def _is_surplus(tree: Tree, draft: Draft, head: int) -> bool:
    """Whether the cue is what a number is set against ("nine more than first reported"), or that number speaks."""
    before = [tree.lower[token] for token in range(max(0, min(draft.cue, default=head) - 2), head)]
    if tree.tag[head] == "VBN" and "than" in before:
        return True
    for source in draft.sources:
        first = tree.at(source[0][0])
        following = tree.lower[first + 1] if first + 1 < tree.size else ""
        if tree.pos[first] == "NUM" and following in _LESS:
            return True
    return False


def _is_convened(scene: Scene, draft: Draft, verb: int) -> bool:
    """Whether what is "called" is brought about or ended, not named: "called the protest", "called off the search"."""
    tree = scene.tree
    if tree.lower[min(verb + 1, tree.size - 1)] == "off":
        return True
    objects = [child for child in tree.dependents(verb, "dobj") if child > verb]
    if len(objects) != 1 or tree.dependent(verb, *_NAMED_AS, "prep") is not None or len(draft.cue) > 1:
        return False
    thing = objects[0]
    plain = tree.pos[thing] == "NOUN" and scene.quotation_of[thing] < 0
    words = [token for token in draft.content if not tree.is_mark(token)]
    named = "what" in tree.lower[max(0, verb - _NEAR) : verb]
    return plain and not named and not scene.quoted_in(words) and max(words, default=thing) <= max(tree.subtree(thing))


def _is_sent_away(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether somebody is dismissed from office: "dismissed the commander of the guard"."""
    who = tree.dependent(verb, "dobj", "nsubjpass")
    if who is None or any(tree.lower[token] == "as" for token in draft.cue):
        return False
    return tree.entity[who] == "PERSON" or is_office_holder(tree, who)


def _takes_in(tree: Tree, verb: int) -> bool:
    """Whether somebody tells of what he read or heard: "I have read that …"."""
    who = tree.dependent(verb, "nsubj")
    return who is not None and tree.lower[who] in _PERSONAL and tree.dependent(verb, "ccomp") is not None


def _is_hearer(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether the source only hears what is said: "laughed when told of it", "asked about the dead, the mayor …"."""
    if tree.tag[verb] not in ("VBN", "VBD") or tree.lemma[verb] not in ADDRESSING or agent(tree, verb) is not None:
        return False
    before = tree.lower[verb - 1] if verb else ""
    return (
        before in ("when", "if", "once")
        and tree.dependent(verb, "nsubj", "nsubjpass", "aux") is None
        and bool(draft.content)
    )
