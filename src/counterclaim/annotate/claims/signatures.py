"""What a governing word does to what stands below it: "failed to", "no evidence that", "condemned the attack".

After the two-way signatures of implicative and factive words (Karttunen; Nairn, Condoravdi and Karttunen 2006),
cut down to what news needs. A *form* is how the lower word hangs on the upper one: `inf` an infinitive, `ing` a
gerund, `that` a finite clause, `obj` a noun.
"""

from __future__ import annotations

from enum import Enum, auto

from spacy.tokens import Token


class Effect(Enum):
    """What a word does to its complement: (where the word itself is so; where it is not so)."""

    PASSES = auto()  # so; not so ("managed to")
    NEGATES = auto()  # not so; so ("failed to")
    DENIES = auto()  # not so; open ("denied that": who did not deny has not admitted)
    SAYS = auto()  # so; open ("said that")
    KNOWS = auto()  # so, taken for granted; the same ("knew that", "stopped shelling")
    BELIEVES = auto()  # perhaps; perhaps not ("is thought to", "did not think that")
    DOUBTS = auto()  # perhaps not; so ("doubts that", "no doubt that")
    INTENDS = auto()  # meant; not meant ("plans to")
    ORDERS = auto()  # wanted of somebody; not wanted
    OPEN = auto()  # open; open ("unclear whether", "investigating whether")
    CLEAR = auto()  # so; open ("clear that": what is not clear is not denied)
    TRUE = auto()  # so; not so, as somebody denies it ("not true that")
    SHOWS = auto()  # so; not so ("evidence that", "a sign of")
    TELLS = auto()  # so; open, and denied where it is denied ("reports that")
    RATES = auto()  # perhaps, either way ("hard to reach")
    LACKS = auto()  # open; open ("information on")


_VERBS: tuple[tuple[Effect, str, str], ...] = (
    (
        Effect.NEGATES,
        "inf",
        "fail refuse decline cease neglect forget hesitate omit disdain reject rebuff",
    ),
    (
        Effect.NEGATES,
        "ing",
        "avoid resist escape refrain abstain desist prevent forgo eschew preclude prohibit forbid ban oppose",
    ),
    (
        Effect.NEGATES,
        "obj",
        """lack prevent avert avoid thwart foil forestall preclude refuse forgo abstain miss prohibit ban
        forbid cancel scrap call_off scupper postpone withhold forswear abort preempt""",
    ),
    (Effect.DENIES, "that ing inf", "deny refute rebut dispute disavow repudiate contradict disclaim negate"),
    (Effect.DENIES, "that", "dismiss reject"),
    (Effect.DENIES, "that ing obj", "rule_out"),
    (Effect.DENIES, "obj", "deny refute rebut dispute disavow repudiate contradict disclaim reject"),
    (Effect.DOUBTS, "that", "doubt"),
    (Effect.DOUBTS, "obj", "doubt"),
    (Effect.OPEN, "that obj", "question query"),
    (Effect.OPEN, "that", "wonder investigate examine ask inquire enquire check debate consider assess depend"),
    (
        Effect.SAYS,
        "that",
        """say state add note remark write argue contend maintain assert insist explain comment observe conclude reply
        respond answer recall testify announce claim report repeat reiterate stress emphasize emphasise underline
        mention reveal disclose imply concede acknowledge admit tell inform notify assure warn show indicate find
        confirm verify corroborate prove demonstrate establish determine suggest allege charge accuse declare
        document record rule agree see hear read ascertain detect identify authenticate clarify specify provide
        swear""",
    ),
    (Effect.SAYS, "inf", "claim say report confirm purport profess find allege see hear"),
    (Effect.SAYS, "ing", "report admit acknowledge confess confirm describe recall see hear find mention accuse catch"),
    (
        Effect.SAYS,
        "obj",
        """report confirm announce claim say admit acknowledge allege mention verify document corroborate record
        witness see find describe detail detect observe disclose reveal""",
    ),
    (
        Effect.KNOWS,
        "that",
        "know realize realise notice regret forget remember discover learn recognize recognise mind",
    ),
    (
        Effect.KNOWS,
        "ing",
        """stop halt quit end suspend regret condemn denounce criticize criticise mind continue keep resume celebrate
        justify remember forget cease discontinue defend finish complete""",
    ),
    (
        Effect.KNOWS,
        "obj",
        """stop halt end cease suspend interrupt quit discontinue condemn denounce deplore decry mourn criticize
        criticise praise welcome hail regret investigate probe celebrate commemorate justify slam blast applaud
        lament protest deride investigate avenge repel monitor discuss review resent""",
    ),
    (
        Effect.BELIEVES,
        "that inf",
        "believe think suspect assume suppose guess fear imagine presume reckon speculate feel consider",
    ),
    (Effect.BELIEVES, "that", "hope expect predict forecast worry estimate anticipate wish seem appear rumor rumour"),
    (Effect.BELIEVES, "inf", "seem appear tend estimate predict understand rumor rumour presume deem"),
    (Effect.BELIEVES, "ing", "risk imagine contemplate consider"),
    (Effect.BELIEVES, "obj", "suspect fear risk expect predict consider mull contemplate"),
    (
        Effect.INTENDS,
        "inf",
        """plan intend want seek aim try attempt hope wish prepare agree promise vow pledge threaten offer expect decide
        choose opt elect mean struggle strive arrange go set schedule design desire volunteer consent undertake swear
        resolve endeavor endeavour conspire commit motion look ready poise position slate destine anticipate""",
    ),
    (Effect.INTENDS, "ing", "intend plan try consider contemplate discuss envisage"),
    (Effect.INTENDS, "that", "promise vow pledge threaten plan intend decide guarantee"),
    (
        Effect.INTENDS,
        "obj",
        "plan promise pledge threaten offer prepare intend seek attempt want schedule propose envisage weigh",
    ),
    (
        Effect.ORDERS,
        "inf",
        """demand order urge ask request command instruct tell require need call appeal press push beg beseech implore
        advise encourage warn direct oblige expect_of recommend summon task have ought petition""",
    ),
    (Effect.ORDERS, "that", "demand order urge request command require recommend propose advise stipulate advocate"),
    (Effect.ORDERS, "ing", "suggest propose recommend advocate urge demand need"),
    (Effect.ORDERS, "obj", "demand urge order request require advocate need recommend"),
    (
        Effect.PASSES,
        "inf ing",
        """manage begin start proceed help happen dare bother get succeed force compel cause make allow let enable
        permit lead come come_on end_up prove oblige drive go_on persuade leave assist send use turn_out bring
        commence""",
    ),
    (Effect.PASSES, "inf", "continue resume"),
)
_ADJECTIVES: tuple[tuple[Effect, str], ...] = (
    (
        Effect.NEGATES,
        "unable powerless reluctant unwilling impossible incapable innocent short free devoid loath afraid hesitant",
    ),
    (Effect.DENIES, "false untrue wrong incorrect baseless unfounded groundless unthinkable inconceivable"),
    (Effect.DOUBTS, "unlikely doubtful improbable sceptical skeptical"),
    (Effect.OPEN, "unclear uncertain unknown unsure undetermined unconfirmed unverified questionable"),
    (Effect.CLEAR, "clear certain sure evident obvious apparent confirmed definite known"),
    (Effect.TRUE, "true correct accurate"),
    (Effect.KNOWS, "aware unaware sorry regrettable tragic sad proud surprising shameful ironic conscious guilty"),
    (Effect.BELIEVES, "likely possible probable liable prone apt conceivable capable plausible suspicious"),
    (
        Effect.INTENDS,
        "ready willing determined prepared about set due bound eager keen poised supposed free anxious committed",
    ),
    (Effect.ORDERS, "necessary essential vital important obliged imperative crucial"),
    (Effect.RATES, "difficult hard easy tough dangerous safe"),
    (Effect.PASSES, "able responsible successful"),
)
_NOUNS: tuple[tuple[Effect, str], ...] = (
    (
        Effect.NEGATES,
        """refusal failure inability denial rejection lack absence avoidance impossibility prevention unwillingness
        reluctance shortage""",
    ),
    (Effect.DENIES, "lie fabrication invention hoax myth falsehood"),
    (Effect.DOUBTS, "doubt"),
    (
        Effect.TELLS,
        """report claim allegation accusation charge statement rumor rumour announcement assertion suggestion story
        confirmation contention testimony insinuation complaint""",
    ),
    (Effect.SHOWS, "evidence sign indication proof trace hint witness footage case question"),
    (Effect.LACKS, "information word detail news clue knowledge clarity"),
    (Effect.KNOWS, "fact end halt stop cessation suspension pause responsibility blame condemnation role part"),
    (
        Effect.BELIEVES,
        """possibility chance prospect likelihood risk danger fear belief suspicion concern speculation worry
        expectation probability assumption threat theory idea hope way way""",
    ),
    (
        Effect.INTENDS,
        """plan intention intent desire wish attempt effort bid decision promise offer initiative agreement pledge vow
        willingness readiness ambition aim goal move opportunity deal proposal negotiation talk preparation idea""",
    ),
    (Effect.ORDERS, "order demand call request need obligation command appeal plea duty requirement ultimatum"),
    (Effect.PASSES, "ability success place kind sort act campaign wave series spate series string use"),
)
#: Nouns for what somebody says: who denies or dismisses them denies what they say.
TOLD = frozenset(word for effect, words in _NOUNS if effect is Effect.TELLS for word in words.split())
#: Verbs that only carry a noun for what happens ("carried out an attack"), or say that it happens ("took place").
LIGHT = frozenset(
    """make take carry conduct launch stage mount commit perform hold give have do undertake wage execute start begin
    open use deploy be exist occur happen continue go materialize materialise come break resume follow suffer cause
    inflict sustain lead produce result engage participate involve""".split()
)
#: Verbs whose "from" keeps somebody from doing it.
PREVENTING = frozenset(
    """prevent stop keep bar ban block prohibit deter dissuade discourage restrain refrain abstain hinder exclude desist
    forbid preclude inhibit""".split()
)
#: Verbs whose "of" clears somebody of it.
CLEARING = frozenset({"clear", "acquit", "absolve", "exonerate"})

_OF_VERB = {
    (verb.replace("_", " "), form): effect
    for effect, forms, verbs in reversed(_VERBS)
    for form in forms.split()
    for verb in verbs.split()
}
_OF_ADJECTIVE = {word: effect for effect, words in reversed(_ADJECTIVES) for word in words.split()}
_OF_NOUN = {word: effect for effect, words in reversed(_NOUNS) for word in words.split()}
_COPULAS = frozenset({"be", "seem", "appear", "become", "remain", "look", "sound", "make", "find", "consider"})


def form_of(token: Token) -> str:
    """How a complement hangs on its governor: `inf`, `ing`, `that` or `obj`."""
    if token.pos_ not in {"VERB", "AUX"}:
        return "obj"
    if any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children):
        return "inf"
    if any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children) and token.tag_ != "VBG":
        return "inf" if token.tag_ == "VB" and token.dep_ == "ccomp" and not _finite(token) else "that"
    if token.tag_ == "VBG" and not _finite(token):
        return "ing"
    return "inf" if token.tag_ == "VB" and not _finite(token) else "that"


def _finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} or any(
        child.dep_ in {"aux", "auxpass", "mark"} and child.lower_ != "to" and child.tag_ != "VBG"
        for child in token.children
    )


def lemma_of(verb: Token) -> str:
    """The lemma of a verb with its particle ("rule out")."""
    lemma = verb.lemma_.lower()
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), None)
    return f"{lemma} {particle}" if particle else lemma


def complement_of(head: Token, form: str) -> tuple[Token, Effect | None]:
    """The word that governs a complement in `form` below `head`, and its effect, None where no list has it.

    Of a copula that is the adjective or noun behind it: "it is *unlikely* that".
    """
    if head.pos_ == "ADJ":
        return head, _of_adjective(head, form)
    if head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return head, _OF_NOUN.get(head.lemma_.lower())
    if head.lemma_.lower() in _COPULAS:
        for child in head.children:
            if child.dep_ in {"acomp", "oprd", "ccomp", "attr"} and child.pos_ in {"ADJ", "NOUN", "ADV"}:
                effect = noun_effect(child) if child.pos_ == "NOUN" else _of_adjective(child, form)
                if effect is not None:
                    return child, effect
    effect = _OF_VERB.get((lemma_of(head), form), _OF_VERB.get((head.lemma_.lower(), form)))
    if effect is None and head.tag_ == "VBN":  # "was unconfirmed", "are prepared to"
        effect = _OF_ADJECTIVE.get(head.lower_) if form != "obj" else None
    return head, effect


def _of_adjective(word: Token, form: str) -> Effect | None:
    lemma = word.lemma_.lower()
    if lemma == "afraid" and form == "that":
        return Effect.BELIEVES  # who is afraid to leave does not; who is afraid that others leave does not know
    return _OF_ADJECTIVE.get(lemma)


def noun_effect(noun: Token) -> Effect | None:
    """The effect of a noun on what hangs on it, None where no list has it."""
    return _OF_NOUN.get(noun.lemma_.lower())
