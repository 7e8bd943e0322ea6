"""The English nouns of peace processes, by kind. Both annotating and linking go by them."""

from __future__ import annotations

from counterclaim.records.enums import ProcessKind

#: Lemma of the noun -> kind of process.
PROCESS_NOUNS: dict[str, ProcessKind] = {
    **dict.fromkeys(["ceasefire", "cease-fire", "truce", "armistice", "cessation", "lull"], ProcessKind.CEASEFIRE),
    **dict.fromkeys(["exchange", "swap"], ProcessKind.EXCHANGE),
    **dict.fromkeys(
        ["talk", "talks", "negotiation", "negotiations", "meeting", "dialogue", "summit"], ProcessKind.TALKS
    ),
    **dict.fromkeys(["hotline"], ProcessKind.HOTLINE),
    **dict.fromkeys(["withdrawal", "pullout", "pullback"], ProcessKind.WITHDRAWAL),
    **dict.fromkeys(["corridor"], ProcessKind.CORRIDOR),
    **dict.fromkeys(["evacuation"], ProcessKind.EVACUATION),
    **dict.fromkeys(["disarmament"], ProcessKind.DISARMAMENT),
}
