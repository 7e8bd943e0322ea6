"""Which words report speech, what they do (the speech act), and which of their complements holds what was said.

General English, by verb class. A *frame* names a complement in terms of the parse:

- `that`: a finite clause or a quotation ("said that …", "…," he said);
- `inf`: an infinitive ("threatened to …"); `ing`: a gerund ("suggested holding …");
- `obj`: the direct object ("demanded the withdrawal");
- `as`: the object together with what it is called ("described the talks as useless", "called him a liar");
- a preposition: its object ("called for a ceasefire");
- `whom`: the object is the addressee, not what was said ("told reporters that …");
- `speaker`: only with a subject that can speak or testify ("studies show that …", but not "the door showed").

The rules do without this list where they can: see `people.may_speak`.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records import Act

#: (act, frames, verbs). A particle is joined by an underscore. A later row adds frames to an earlier one and
#: leaves its act.
_VERBS: tuple[tuple[Act, str, str], ...] = (
    (
        Act.ASSERT,
        "that",
        """say state add note remark write argue contend maintain assert insist explain comment observe conclude
        continue reply respond answer counter retort quip joke recall tweet retweet post read reason testify
        recount relate elaborate clarify opine interject muse declare proclaim announce assert claim boast
        brag report estimate calculate predict forecast speculate guess repeat reiterate stress emphasize emphasise
        underline underscore highlight mention reveal disclose specify imply hint allude posit theorize surmise
        summarize shout yell cry scream whisper murmur mutter exclaim bark laugh sigh intone text email point_out
        go_on chime_in shoot_back fire_back sum_up spell_out lay_out make_out put_it caution concede acknowledge admit
        """,
    ),
    (Act.ASSERT, "that whom", "tell inform notify brief assure reassure remind warn advise teach"),
    (Act.ASSERT, "that speaker", "show suggest indicate find discover demonstrate prove establish determine signal"),
    (Act.ASSERT, "that speaker", "mean learn hear rule document record detect confirm reflect illustrate portend"),
    (
        Act.ASSERT,
        "obj speaker",
        """announce note report explain reveal recall cite mention discuss list reference recount detail repeat
        reiterate stress emphasize emphasise underscore underline highlight tout lay_out point_out outline articulate
        disclose state acknowledge admit echo quote name identify concede estimate predict claim argue state recite
        chant tweet_out clarify summarize publicize describe document unveil invoke declare insist suggest
        spell_out express""",
    ),
    (Act.ASSERT, "as speaker", "describe call label brand dub characterize characterise portray depict cast frame term"),
    (Act.ASSERT, "as speaker", "view see regard consider deem judge paint bill refer_to present identify cite define"),
    (Act.ASSERT, "to speaker", "refer point allude"),
    (Act.ASSERT, "about speaker", "talk speak write boast brag say tell joke speculate post tweet"),
    (Act.ASSERT, "of speaker", "speak talk warn boast inform assure notify remind complain"),
    (Act.ASSERT, "on speaker", "comment elaborate expand touch weigh_in focus dwell report"),
    (Act.ASSERT, "against speaker", "warn caution argue"),
    (Act.ASSERT, "inf speaker", "claim purport profess"),
    (Act.ASSERT, "as speaker", "liken compare"),
    (Act.CONFIRM, "that obj speaker", "confirm verify corroborate affirm reaffirm reassert attest certify acknowledge"),
    (Act.DENY, "that obj speaker", "deny dispute refute rebut contradict disavow disown repudiate disclaim"),
    (Act.DENY, "ing", "deny"),
    (Act.DENY, "that obj speaker", "question doubt challenge"),
    (Act.ACCUSE, "as of speaker", "accuse suspect"),
    (Act.ACCUSE, "that speaker", "allege charge complain"),
    (Act.ACCUSE, "obj with speaker", "charge"),
    (Act.ACCUSE, "about of speaker", "complain"),
    (
        Act.ACCUSE,
        "obj for speaker",
        """blame criticize criticise condemn denounce blast slam attack assail chide rebuke castigate lambast lambaste
        mock ridicule deride decry deplore fault berate scold admonish censure savage bash slam lash
        call_out hit_out rip trash insult single_out reprimand vilify""",
    ),
    (Act.ACCUSE, "on speaker", "blame"),
    (Act.ACCUSE, "at against speaker", "lash_out hit_out rail inveigh"),
    (Act.DEMAND, "that inf obj whom speaker", "demand order command instruct direct require mandate"),
    (Act.DEMAND, "that inf obj speaker", "insist_on"),
    (Act.DEMAND, "on speaker", "insist"),
    (Act.CALL_FOR, "for on upon speaker", "call"),
    (Act.CALL_FOR, "that obj inf speaker", "urge recommend advocate propose encourage press push"),
    (Act.CALL_FOR, "for speaker", "push press advocate plead appeal campaign argue lobby"),
    (Act.CALL_FOR, "to speaker", "appeal"),
    (Act.CALL_FOR, "inf speaker", "call appeal plead lobby"),
    (Act.ASK, "that inf whom", "ask beg implore beseech petition"),
    (Act.ASK, "that", "inquire enquire wonder query"),
    (Act.ASK, "about for speaker", "ask inquire enquire"),
    (Act.ASK, "obj inf speaker", "request solicit"),
    (Act.OFFER, "inf obj speaker", "offer volunteer"),
    (Act.OFFER, "that inf obj speaker", "suggest float"),
    (Act.OFFER, "ing speaker", "suggest propose recommend"),
    (Act.PROMISE, "that inf obj speaker", "promise pledge vow swear guarantee undertake"),
    (Act.PROMISE, "to speaker", "pledge commit"),
    (Act.THREATEN, "that inf speaker", "threaten"),
    (Act.THREATEN, "obj with speaker", "threaten"),
    (Act.REFUSE, "inf speaker", "refuse decline"),
    (Act.REFUSE, "obj speaker", "reject rebuff dismiss spurn rule_out veto oppose resist brush_off shrug_off play_down"),
    (Act.REFUSE, "that", "rule_out"),
    (Act.REFUSE, "as speaker", "dismiss reject denounce defend praise hail tout decry"),
    (Act.REFUSE, "ing speaker", "rule_out oppose"),
    (Act.AGREE, "that inf to on with speaker", "agree consent"),
    (Act.AGREE, "obj speaker", "accept endorse support back approve favor favour embrace welcome"),
    (Act.AGREE, "with speaker", "concur side disagree"),
    (Act.AGREE, "that", "concur disagree"),
    (
        Act.EXPRESS,
        "that speaker",
        """believe think feel fear hope worry expect assume imagine suppose suspect know understand realize realise
        recognize recognise consider trust wish lament regret foresee anticipate remember reckon
        doubt notice reflect decide sense envision""",
    ),
    (Act.EXPRESS, "inf speaker", "want hope plan intend decide like prefer wish aim long love seek expect vote"),
    (Act.EXPRESS, "obj speaker", "want fear expect prefer believe foresee consider understand recognize dislike hate"),
    (
        Act.EXPRESS,
        "obj for speaker",
        """praise applaud hail laud commend congratulate thank salute credit defend mourn lament bemoan regret
        celebrate""",
    ),
    (Act.EXPRESS, "about speaker", "worry think care fret speak_out open_up"),
    (Act.EXPRESS, "of speaker", "think dream despair approve disapprove"),
    (Act.EXPRESS, "for speaker", "hope apologize apologise vouch"),
    (Act.EXPRESS, "forward speaker", "look"),
    (Act.EXPRESS, "to speaker", "respond react object look_forward"),
)

#: (act, nouns): what somebody's saying is called. Their content is a clause with "that", an infinitive, or the
#: object of one of the prepositions that the rules allow for nouns.
_NOUNS: tuple[tuple[Act, str], ...] = (
    (
        Act.ASSERT,
        """statement claim assertion report comment remark announcement declaration account assessment estimate argument
        suggestion contention insistence observation explanation prediction forecast testimony rumour rumor revelation
        acknowledgment acknowledgement admission disclosure conclusion finding reference mention message news word
        description speculation warning reminder point note""",
    ),
    (Act.CONFIRM, "confirmation affirmation reaffirmation assurance"),
    (Act.DENY, "denial rebuttal dismissal doubt"),
    (Act.ACCUSE, "accusation allegation charge complaint criticism condemnation denunciation critique"),
    (Act.DEMAND, "demand insistence order ultimatum instruction"),
    (Act.CALL_FOR, "call appeal plea recommendation"),
    (Act.ASK, "question request query inquiry"),
    (Act.OFFER, "offer proposal readiness willingness preparedness"),
    (Act.PROMISE, "promise pledge vow commitment guarantee oath"),
    (Act.THREATEN, "threat"),
    (Act.REFUSE, "refusal rejection opposition reluctance objection"),
    (Act.AGREE, "agreement consent endorsement support approval"),
    (
        Act.EXPRESS,
        """belief view opinion hope fear concern worry wish desire conviction confidence regret expectation suspicion
        idea notion feeling sense thought praise apology thanks gratitude condolence sympathy satisfaction anger outrage
        alarm dismay disappointment determination intention intent plan decision favor defense defence detail joke position stance anxiety inclination preference disclosure recognition""",
    ),
)

#: spaCy's lemmatiser gives these for "hoping" and "hoped", "retweeted", "lambasted".
_MISREAD = {"hop": "hope", "retweete": "retweet", "tweete": "tweet", "lambaste": "lambast", "reiterat": "reiterate"}


@dataclass(frozen=True, slots=True)
class Verb:
    """What a reporting verb does, which complements hold what was said, and which of these it takes as speech
    only from a subject that can speak or testify."""

    act: Act
    frames: frozenset[str]
    checked: frozenset[str]


def _verbs() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for act, row, lemmas in _VERBS:
        frames = frozenset(row.split()) - {"speaker"}
        checked = frames if "speaker" in row else frozenset()
        for lemma in (word.replace("_", " ") for word in lemmas.split()):
            known = table.get(lemma)
            if known is not None:
                table[lemma] = Verb(known.act, known.frames | frames, known.checked | (checked - known.frames))
            else:
                table[lemma] = Verb(act, frames, checked)
    return table


VERBS: dict[str, Verb] = _verbs()

NOUNS: dict[str, Act] = {noun: act for act, nouns in _NOUNS for noun in nouns.split()}

#: Where a noun of speech has its content, apart from a clause with "that".
NOUN_PREPOSITIONS: dict[str, frozenset[str]] = {
    name: frozenset(nouns.split())
    for name, nouns in {
        "inf": """promise pledge vow threat offer proposal plan decision refusal readiness willingness desire demand
        request order agreement commitment reluctance intention inclination determination call appeal hope wish""",
        "about": """question concern doubt comment detail anxiety message joke complaint claim worry allegation statement
        warning suspicion speculation remark report""",
        "for": """call support criticism proposal apology praise demand request appeal plea advocacy readiness hope
        preference offer desire""",
        "of": """criticism favor endorsement mention defense defence critique rejection accusation announcement
        denunciation condemnation disclosure denial account allegation view opinion description assessment declaration
        criticism fear assertion recognition confirmation warning""",
        "on": "comment criticism statement remark position stance",
        "against": "allegation accusation threat warning",
        "to": "opposition reference objection",
        "over": "concern anger outrage alarm",
        "at": "anger outrage dismay alarm",
    }.items()
}

#: Verbs that carry a noun of speech: "issued a statement", "expressed readiness", "made a promise".
CARRIERS = frozenset(
    "make issue express voice give release publish deliver have offer raise reiterate reaffirm repeat renew state "
    "convey declare show share hold file pose put register signal announce underline stress".split()
)

#: What "tell" and "ask" do with an infinitive is something else than with a clause.
_ACTS_OF_PHRASES = {
    "tell to": Act.DEMAND,
    "ask to": Act.ASK,
    "ask for": Act.ASK,
    "warn against": Act.CALL_FOR,
    "call for": Act.CALL_FOR,
    "call on": Act.CALL_FOR,
    "call upon": Act.CALL_FOR,
    "call": Act.ASSERT,
    "call to": Act.CALL_FOR,
    "insist on": Act.DEMAND,
    "argue for": Act.CALL_FOR,
    "argue against": Act.REFUSE,
    "disagree": Act.DENY,
    "according to": Act.ASSERT,
    "hope for": Act.EXPRESS,
    "suggest": Act.ASSERT,
}


def lemma_of(lemma: str) -> str:
    """The lemma, with the parser's known misreadings set right."""
    return _MISREAD.get(lemma, lemma)


def act_of(cue_lemma: str) -> Act:
    """The speech act of a cue, by its lemma ("deny", "call for", "express readiness"); `ASSERT` if unknown.

    The longest part that is known decides: the phrase, then a noun of speech in it, then the verb.
    """
    if cue_lemma in _ACTS_OF_PHRASES:
        return _ACTS_OF_PHRASES[cue_lemma]
    words = cue_lemma.split()
    for noun in words[1:]:
        if noun in NOUNS and words[0] in CARRIERS:
            return NOUNS[noun]
    for end in range(len(words), 0, -1):
        phrase = " ".join(words[:end])
        if phrase in _ACTS_OF_PHRASES:
            return _ACTS_OF_PHRASES[phrase]
        if phrase in VERBS:
            return VERBS[phrase].act
    return NOUNS.get(words[0], Act.ASSERT) if words else Act.ASSERT
