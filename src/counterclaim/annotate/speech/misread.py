"""What looks like an attribution and is none: the word for the cue is a name or tells what was done to somebody."""

from __future__ import annotations

from counterclaim.annotate.speech.cues import is_name
from counterclaim.annotate.speech.headlines import is_topic
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import agent
from counterclaim.annotate.speech.tree import Tree

_SEEMING = frozenset({"seem", "appear"})
#: What happens, and says nothing.
_EVENTS = frozenset(
    "attack assault offensive capture incident raid bombing shelling explosion blast clash round".split()
)
_LIFE = frozenset({"life", "live"})
_HYPHENS = frozenset({"-", "‐", "‑"})


def is_misread(scene: Scene, draft: Draft) -> bool:
    """Whether a draft attributes nothing to anybody, by its cue."""
    tree, head = scene.tree, draft.head
    if head is None:
        return False
    if draft.lemma == ":" or tree.lower[head] == ":":
        return _is_topic(scene, draft)
    lemma = tree.lemma[head]
    if _is_in_name(tree, head):
        return True
    if lemma in _SEEMING:
        return any(tree.lower[child] == "it" for child in tree.dependents(head, "nsubj"))
    if tree.pos[head] != "VERB":
        return False
    if lemma == "claim" and any(tree.lemma[child] in _LIFE for child in tree.dependents(head, "dobj")):
        return True
    if lemma == "call" and _is_on_the_telephone(tree, head):
        return True
    if not _is_passive(tree, head):
        return _happens(tree, draft)
    if lemma == "want":
        return True  # "was wanted for the bombing"
    return agent(tree, head) is None and _is_said_of(tree, draft, head)


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
    start, end = draft.sources[0][0]
    tokens = range(tree.at(start), min(tree.size, tree.at(end - 1) + 1))
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
