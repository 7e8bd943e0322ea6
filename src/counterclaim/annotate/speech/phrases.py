"""Cues that are no verbs: "according to X", "in X's words", "X's claim that …", "As X put it", "X: …"."""

from __future__ import annotations

import re

from counterclaim.annotate.speech.asides import find_aside
from counterclaim.annotate.speech.cues import is_negated
from counterclaim.annotate.speech.headlines import is_title, is_topic, title_draft
from counterclaim.annotate.speech.lexicon import CARRIED, CARRIERS, NOUN_FRAMES, NOUNS, VERBS, lemma_of
from counterclaim.annotate.speech.people import is_text, may_speak, may_testify
from counterclaim.annotate.speech.scene import Draft, Scene
from counterclaim.annotate.speech.sources import is_date, is_nobody, source_pieces, subject
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree
from counterclaim.annotate.speech.verbs import verb_draft

_VERBAL = ("VERB", "AUX")
_MEDIA = frozenset({"media", "medium", "press", "newspaper", "paper"})
#: Bodies whose claims are named by what they are alone: "a ministry statement that …".
_BODIES = frozenset("ministry government police army military company union court council hospital navy".split())
_IN_WORDS = frozenset({"words", "phrase", "view", "opinion", "estimation", "assessment", "telling", "account"})
#: "By her account": what somebody tells, of which the sentence is a part.
_BY_WORDS = frozenset({"account", "telling", "reckoning", "estimate", "count"})
#: "NAME: words" and "words: NAME" in a headline.
_LABEL_FIRST = re.compile(r"(?P<who>(?:[A-Z][\w.’'-]*\s?){1,4}):\s+(?P<said>\S.{8,})$")
#: "Harbour minister: words"; its last word has to be one who can speak.
_LABEL_TITLE = re.compile(r"(?P<who>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){1,4}):\s+(?P<said>\S.{8,})$")
_LABEL_LAST = re.compile(r"(?P<said>\S.{8,}?)\s?:\s+(?P<who>(?:[A-Z][\w.’'-]*\s?){1,4})\.?$")
#: "words: monitor", "words - report": who is not named stands in lower case, or as one word behind a dash.
_LABEL_LOWER = re.compile(r"(?P<said>\S.{8,}?)(?:\s?:|\s[-–—])\s+(?P<who>(?:[a-z][\w’'-]*\s?){1,3}|[A-Z][a-z]+)\.?$")
_LABEL_MARKS = frozenset(":-–—")
LONGEST_HEADLINE = 160


def phrase_drafts(scene: Scene) -> list[Draft]:
    """The attributions whose cue is a phrase or a noun."""
    tree = scene.tree
    found = []
    for token in range(tree.size):
        if not scene.live[token]:
            continue
        draft = None
        if tree.lower[token] == "according":
            draft = _according(scene, token)
        elif tree.lower[token] in _IN_WORDS | _BY_WORDS:
            draft = _in_words(scene, token)
        if draft is None and tree.pos[token] == "NOUN" and tree.lemma[token] in NOUNS:
            draft = _noun(scene, token)
        if draft is not None:
            found.append(draft)
    return found


def _rest_of_clause(scene: Scene, token: int) -> set[int]:
    """The clause that the phrase at `token` is set into, without the phrase: the whole sentence if the phrase
    stands at its beginning or end."""
    tree = scene.tree
    phrase = set(tree.subtree(token))
    first, last = min(phrase), max(phrase)
    top = token
    for above in tree.ancestors(token):
        top = above
        if tree.pos[above] in _VERBAL and not _at_edge(tree, first, last):
            break
        if _is_what_was_said(tree, above):
            break
    own = scene.quotation_of[token]
    clause = {k for k in tree.subtree(top, [token]) if k not in phrase and (own < 0 or scene.quotation_of[k] == own)}
    return clause - _told_by_another(scene, token, clause)


def _is_what_was_said(tree: Tree, clause: int) -> bool:
    """Whether a clause stands before the cue that it hangs on: "…, the paper reported"."""
    cue = tree.head[clause]
    entry = VERBS.get(lemma_of(tree.lemma[cue]))
    return tree.dep[clause] == "ccomp" and clause < cue and entry is not None and entry.says and tree.tag[cue] in FINITE


def _told_by_another(scene: Scene, token: int, clause: set[int]) -> set[int]:
    """A cue set into a clause with "according to", as its end: "According to X, …, the paper reported"."""
    tree = scene.tree
    for verb in sorted(clause):
        if tree.tag[verb] in FINITE and tree.pos[verb] == "VERB":
            entry = VERBS.get(lemma_of(tree.lemma[verb]))
            aside = find_aside(scene, verb) if entry is not None and entry.says else None
            if aside is not None and token in aside.content:
                return clause - aside.content
    return set()


def _at_edge(tree: Tree, first: int, last: int) -> bool:
    """Whether a phrase begins or ends its sentence."""
    here = tree.sentence[first]
    after = last + 1
    while after < tree.size and tree.is_mark(after) and tree.sentence[after] == here:
        after += 1
    return after >= tree.size or tree.sentence[after] != here or first == 0 or tree.sentence[first - 1] != here


def _according(scene: Scene, token: int) -> Draft | None:
    tree = scene.tree
    to = next((c for c in tree.dependents(token, "prep") if tree.lower[c] == "to"), None)
    if to is None and token + 1 < tree.size and tree.lower[token + 1] == "to":
        to = token + 1
    who = tree.dependent(to, "pobj") if to is not None else None
    if to is None or who is None or tree.lower[who] == "which":
        return None
    content = _rest_of_clause(scene, token)
    before = token - 1
    while before >= 0 and tree.lower[before] == ",":
        before -= 1
    if before >= 0 and scene.quotation_of[before] >= 0 and scene.quotation_of[token] < 0:
        content.update(scene.ranges[scene.quotation_of[before]])
    return Draft(token, "according to", [token, to], content, source_pieces(tree, who))


def _in_words(scene: Scene, token: int) -> Draft | None:
    """ "In the minister's words", "in the view of the opposition", "by her account"."""
    tree = scene.tree
    opener = tree.head[token]
    nouns = {"in": _IN_WORDS, "by": _BY_WORDS}.get(tree.lower[opener], frozenset[str]())
    if tree.dep[token] != "pobj" or tree.lower[token] not in nouns:
        return None
    who = tree.dependent(token, "poss")
    if who is None:
        of = next((c for c in tree.dependents(token, "prep") if tree.lower[c] == "of"), None)
        who = tree.dependent(of, "pobj") if of is not None else None
    owned = who is not None and tree.tag[who] == "PRP$" and tree.lower[who] != "your"
    if who is None or not (owned or may_testify(tree, who)):
        return None
    # "In its account, set out in a paper of nine pages, …": what is said of the account is no part of it.
    above = tree.head[opener]
    base = above if above > token and tree.dep[above] == "advcl" and tree.tag[above] == "VBN" else opener
    content = _rest_of_clause(scene, base)
    return Draft(token, f"{tree.lower[opener]} {tree.lower[token]}", [opener, token], content, source_pieces(tree, who))


def is_phrased(scene: Scene, draft: Draft) -> bool:
    """Whether words in quotation marks are said to be somebody's: "in the minister's words, “taken like a goat”"."""
    phrase = draft.lemma.startswith(("in ", "by ")) and scene.tree.pos[draft.cue[0]] == "ADP" if draft.cue else False
    return phrase and bool(draft.sources) and bool(scene.quoted_in(draft.content))


def _noun(scene: Scene, noun: int) -> Draft | None:
    """ "The minister's claim that …", "issued a denial of …", "a call by the council for …"."""
    tree = scene.tree
    content, joined, clause = _noun_content(tree, noun)
    if not content:
        return None
    lemma, carriers, who = _carrier(tree, noun)
    if tree.lemma[noun] in CARRIED and not carriers:
        return None
    if who is None:
        who = _owner(tree, noun)
    if who is None and clause != "that":
        return None
    if who is not None and not may_testify(tree, who):
        return None
    nobody = who is not None and is_nobody(tree, who)
    return Draft(
        head=noun,
        lemma=lemma,
        cue=sorted({noun, *joined, *carriers}),
        content=content,
        sources=source_pieces(tree, who) if who is not None and not nobody else (),
        negated=nobody or any(is_negated(tree, carrier) for carrier in carriers),
    )


def _carrier(tree: Tree, noun: int) -> tuple[str, list[int], int | None]:
    """The verb that carries a noun of speech ("issued a statement", "said in a statement"): the lemma of both, the
    words that join the cue, and the verb's subject."""
    governor = tree.head[noun]
    lemma = lemma_of(tree.lemma[governor])
    if tree.dep[noun] in ("dobj", "nsubjpass") and tree.pos[governor] == "VERB" and lemma in CARRIERS:
        who = subject(tree, governor) if tree.dep[noun] == "dobj" else None
        return f"{lemma} {tree.lemma[noun]}", [governor], who
    if tree.dep[noun] == "pobj" and tree.lower[governor] == "in":
        verb = tree.head[governor]
        if tree.pos[verb] == "VERB" and lemma_of(tree.lemma[verb]) in VERBS:
            return lemma_of(tree.lemma[verb]), [verb, governor], subject(tree, verb)
    return tree.lemma[noun], [], None


def _noun_content(tree: Tree, noun: int) -> tuple[set[int], list[int], str]:
    """What a noun of speech holds: its tokens, the preposition that joins the cue, and the kind of clause."""
    for clause in tree.dependents(noun, "acl", "ccomp"):
        words = {tree.lower[k]: tree.dep[k] for k in tree.children[clause]}
        if words.get("that") == "mark" or words.get("whether") == "mark":
            return set(tree.subtree(clause)), [], "that"
        if words.get("to") == "aux" and tree.lemma[noun] in NOUN_FRAMES.get("inf", ()):
            return set(tree.subtree(clause)), [], "inf"
    for child in tree.dependents(noun, "prep"):
        name = tree.lower[child]
        dated = any(is_date(tree, item) for item in tree.dependents(child, "pobj"))
        if child > noun and not dated and tree.lemma[noun] in NOUN_FRAMES.get(name, ()):
            return set(tree.subtree(child)) - {child}, [child], name
    return set(), [], ""


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose a noun is: "X's claim", "a claim by X", "reports from X", "reports in some media", "a ministry claim"."""
    owner = tree.dependent(noun, "poss")
    if owner is not None:
        return owner
    for child in tree.dependents(noun, "prep", "agent"):
        if tree.lower[child] in ("by", "from", "in"):
            who = tree.dependent(child, "pobj")
            if who is not None and (tree.lemma[who] in _MEDIA if tree.lower[child] == "in" else may_speak(tree, who)):
                return who
    body = next((child for child in tree.dependents(noun, "compound") if child < noun), None)
    return body if body is not None and (tree.lemma[body] in _BODIES or tree.entity[body] == "ORG") else None


def _is_office(tree: Tree, words: range) -> bool:
    """Whether a headline's label is somebody who can speak, by the last of its words, and no clause."""
    return may_speak(tree, words[-1]) and not any(tree.pos[k] in _VERBAL for k in words)


def headline_draft(scene: Scene, paragraph: Piece) -> Draft | None:
    """What a line that can be a headline attributes: "NAME: words", "words: NAME", "NAME Says Words"."""
    tree = scene.tree
    start, end = paragraph
    line = tree.text[start:end]
    if len(line) > LONGEST_HEADLINE:
        return None
    titled = _LABEL_TITLE.match(line)
    if titled and not _is_office(tree, range(tree.at(start), tree.at(start + titled.end("who")))):
        titled = None
    match = _LABEL_FIRST.match(line) or titled or _LABEL_LAST.match(line) or _LABEL_LOWER.match(line)
    if match is None:
        found = title_draft(scene, paragraph)
        cue = found.head if found is not None else None
        is_known = cue is not None and tree.pos[cue] == "VERB" and verb_draft(scene, cue) is not None
        return None if is_known else found
    who_tokens = range(tree.at(start + match.start("who")), tree.at(start + match.end("who") - 1) + 1)
    named = any(tree.entity[k] in ("PERSON", "ORG", "GPE", "NORP") or may_speak(tree, k) for k in who_tokens)
    if not named and not is_text(tree, who_tokens[-1]):
        return None
    said = (start + match.start("said"), start + match.end("said"))
    label = (start + match.start("who"), start + len(match["who"].rstrip(" .")) + match.start("who"))
    if is_topic(scene, label, said):
        return None
    first, last = tree.at(said[0]), tree.at(said[1] - 1)
    content = set(range(first, last + 1))
    if not any(tree.pos[k] in _VERBAL for k in content) and not is_title(tree, sorted(content)):
        return None  # of "Shells Hit School" the parser makes one long name
    mark = min(match.end("said"), match.end("who")) + start
    colon = next(k for k in range(tree.at(mark - 1), tree.size) if tree.lower[k][-1:] in _LABEL_MARKS)
    return Draft(colon, ":", [colon], content, ((label,),))
