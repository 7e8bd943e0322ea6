"""Whose words: the subject of a cue, found along the dependencies, and its words in the text."""

from __future__ import annotations

from counterclaim.annotate.speech.people import is_text, may_speak
from counterclaim.annotate.speech.tree import FINITE, Piece, Tree

#: Labels of a subject, the likeliest speaker first.
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVES = frozenset({"who", "which", "that", "whom"})
#: Verbs whose object is who is told.
ADDRESSING = frozenset({"tell", "ask", "inform", "assure", "remind", "warn", "advise", "urge", "notify"})
_PASSED_ON = frozenset("carry quote cite publish broadcast release report run air post".split())
_ASIDES = frozenset({"acl", "advcl", "parataxis", "advmod"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_EDGES = frozenset(",.;:-–—()[]")


def subject(tree: Tree, verb: int) -> int | None:
    """The token that heads the subject of `verb`, its own or the one it shares with a governing verb."""
    for _ in range(6):
        for label in _SUBJECTS:
            own = next((child for child in tree.dependents(verb, label) if tree.pos[child] != "PUNCT"), None)
            if own is not None:
                return own
        inverted = _inverted(tree, verb)
        if inverted is not None:
            return inverted
        label, head = tree.dep[verb], tree.head[verb]
        if label in ("conj", "xcomp", "advcl", "ccomp", "dep", "auxpass", "aux") and tree.pos[head] in ("VERB", "AUX"):
            if label == "xcomp":
                controller = tree.dependent(head, "dobj", "dative")
                if controller is not None and controller < verb:
                    return controller
            verb = head
        elif label == "pcomp":
            controller = tree.dependent(tree.head[head], "dobj")
            if controller is not None and controller < head and tree.lower[head] in ("of", "for", "from", "with", "as"):
                return controller
            verb = head if tree.pos[head] in ("VERB", "AUX") else tree.head[head]
            if tree.dep[verb] == "dobj":
                verb = tree.head[verb]
            if tree.pos[verb] not in ("VERB", "AUX"):
                return None
        elif label == "prep" and tree.pos[head] in ("VERB", "AUX"):
            verb = head
        elif label in ("acl", "relcl") and tree.pos[head] in ("NOUN", "PROPN", "PRON"):
            return _of_modifier(tree, head)
        else:
            return None
    return None


def _inverted(tree: Tree, verb: int) -> int | None:
    """The subject after its verb (`"…," said the minister`) where the parser took it for something else."""
    for child in tree.children[verb]:
        if (
            child > verb
            and child - verb <= 6
            and tree.dep[child] in ("dobj", "attr", "oprd", "npadvmod", "dep")
            and may_speak(tree, child)
            and tree.tag[verb] in FINITE
            and tree.lemma[verb] not in ADDRESSING
            and verb > 0
            and tree.lower[verb - 1] in {",", '"', "”", "''", "'", "’", "»", "“"}
        ):
            return child
    return None


def _of_modifier(tree: Tree, noun: int) -> int:
    """Who speaks in "a statement saying that …": the one who issued it, if the sentence says who; else the noun."""
    governor = tree.head[noun]
    if is_text(tree, noun) and tree.dep[noun] == "dobj" and tree.pos[governor] == "VERB":
        issuer = subject(tree, governor)
        if issuer is not None and may_speak(tree, issuer):
            return issuer
    return noun


def agent(tree: Tree, verb: int) -> int | None:
    """The one by whom something is said, in the passive."""
    by = tree.dependent(verb, "agent")
    if by is None:
        by = next((child for child in tree.dependents(verb, "prep") if tree.lower[child] == "by"), None)
    return tree.dependent(by, "pobj") if by is not None else None


def is_nobody(tree: Tree, who: int) -> bool:
    """ "No group has claimed …", "nobody said …"."""
    return tree.lower[who] in ("nobody", "none", "neither") or any(tree.lower[k] == "no" for k in tree.children[who])


def relayed_by(tree: Tree, verb: int, who: int | None) -> int | None:
    """Who passed words on: "said in a statement carried by the agency", "the minister, quoted by the agency, said"."""
    nouns = [] if who is None else [who]
    for preposition in tree.dependents(verb, "prep"):
        noun = tree.dependent(preposition, "pobj")
        if noun is not None:
            nouns.append(noun)
    for noun in nouns:
        for modifier in tree.dependents(noun, "acl"):
            if tree.tag[modifier] == "VBN" and tree.lemma[modifier] in _PASSED_ON:
                through = agent(tree, modifier)
                if through is not None and may_speak(tree, through):
                    return through
    return None


def antecedent(tree: Tree, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    if tree.lower[pronoun] not in RELATIVES or tree.tag[pronoun] not in ("WP", "WDT"):
        return None
    for above in tree.ancestors(pronoun):
        if tree.dep[above] == "relcl":
            noun = tree.head[above]
            return _nearest_person(tree, noun) if tree.lower[pronoun] == "who" else noun
        if tree.pos[above] not in ("VERB", "AUX"):
            return None
    return None


def _nearest_person(tree: Tree, noun: int) -> int:
    """The noun itself, or one it hangs from that can speak: in "men in orange suits who say" it is the men."""
    above = noun
    for _ in range(3):
        if may_speak(tree, above):
            return above
        preposition = tree.head[above]
        if tree.dep[above] != "pobj" or tree.pos[tree.head[preposition]] not in ("NOUN", "PROPN"):
            break
        above = tree.head[preposition]
    return noun


def source_pieces(tree: Tree, head: int) -> tuple[tuple[Piece, ...], ...]:
    """The words of the source headed by `head`: one item a source, several where they are joined by "and"."""
    before = antecedent(tree, head)
    if before is not None:
        joint = source_pieces(tree, before)
        pronoun = (tree.start[head], tree.end[head])
        return (*joint[:-1], (*joint[-1], pronoun)) if joint else ((pronoun,),)
    members = _joined(tree, head)
    found = []
    for member in members:
        others = [m for m in members if m != member]
        if others:
            others += tree.dependents(member, "cc", "preconj")
        tokens = tree.subtree(member, _not_named(tree, member) + others)
        piece = _run(tree, tokens, member)
        if piece is not None:
            found.append((piece,))
    return tuple(found)


def _joined(tree: Tree, head: int) -> list[int]:
    """`head` and what is joined to it by "and": not by "or", which leaves open who it was."""
    members = [head]
    for member in members:
        members += [c for c in tree.dependents(member, "conj", "appos") if c > member and _is_joined(tree, c)]
    if any(tree.lower[cc] != "and" and tree.lower[cc] != "&" for m in members for cc in tree.dependents(m, "cc")):
        return [head]
    return members


def _is_joined(tree: Tree, token: int) -> bool:
    """Whether a noun goes on with a list; the parser takes "the governor" in "the mayor, the governor and …" for an
    apposition."""
    if tree.pos[token] not in ("NOUN", "PROPN", "PRON"):
        return False
    if tree.dep[token] == "conj":
        return True
    last = tree.subtree(token)[-1]
    apart = "," in (
        tree.lower[last],
        tree.lower[min(last + 1, tree.size - 1)],
    )  # "Jane Doe, a doctor and activist, said"
    return tree.dependent(token, "cc") is not None and not apart


def _not_named(tree: Tree, head: int) -> list[int]:
    """Branches that say more about a source and are no part of its name: relative clauses, participles, asides."""
    branches = []
    for token in tree.subtree(head):
        label = tree.dep[token]
        own = tree.head[token] == head
        after = token > head and (label == "relcl" or (own and label in _ASIDES))
        before = token < head and own and tree.pos[token] == "ADV"
        if after or before:
            branches.append(token)
    return branches


def _run(tree: Tree, tokens: list[int], head: int) -> Piece | None:
    """The unbroken run of `tokens` around `head`, without punctuation at its edges."""
    here = tokens.index(head)
    first = last = here
    while first > 0 and tokens[first - 1] >= tokens[first] - 2 and _joins(tree, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _joins(tree, tokens[last], tokens[last + 1]):
        last += 1
    while first < here and (tree.lower[tokens[first]] in _EDGES or is_date(tree, tokens[first])):
        first += 1
    while last > here and (
        (tree.lower[tokens[last]] in _EDGES and not _closes(tree, tokens[first : last + 1]))
        or tree.pos[tokens[last]] == "CCONJ"
        or tree.tag[tokens[last]] == "POS"
    ):
        last -= 1
    return tree.start[_word_start(tree, tokens[first])], tree.end[_word_end(tree, tokens[last])]


def is_date(tree: Tree, token: int) -> bool:
    """Whether a token is a date or a time of day, which may stand before a source without being part of it."""
    return tree.entity[token] in ("DATE", "TIME") or tree.lower[token] in _WEEKDAYS


def _word_start(tree: Tree, token: int) -> int:
    """The first token of the hyphenated word that `token` is part of: the parser may tear "al-Amin" apart."""
    while token > 0 and tree.end[token - 1] == tree.start[token] and "-" in (tree.lower[token - 1], tree.lower[token]):
        token -= 1
    return token


def _word_end(tree: Tree, token: int) -> int:
    """The last token of the hyphenated word that `token` is part of."""
    after = token + 1
    while after < tree.size and tree.end[token] == tree.start[after] and "-" in (tree.lower[token], tree.lower[after]):
        token, after = after, after + 1
    return token


def _closes(tree: Tree, tokens: list[int]) -> bool:
    """Whether the last token closes a bracket that the others open."""
    words = [tree.lower[token] for token in tokens]
    return (words[-1] == ")" and "(" in words) or (words[-1] == "]" and "[" in words)


def _joins(tree: Tree, left: int, right: int) -> bool:
    """Whether nothing but punctuation or space stands between two tokens."""
    return all(tree.is_mark(k) for k in range(left + 1, right))
