"""Which words report speech, what they do (the speech act), and which of their complements holds what was said.

General English, by verb class. A *frame* names a complement in terms of the parse:

- `that`: a finite clause or a quotation ("said that …", "…," he said); `quote`: only a quotation;
- `inf`: an infinitive ("threatened to …"); `ing`: a gerund ("suggested holding …");
- `obj`: the direct object ("demanded the withdrawal");
- `as`: the object together with what is said of it after "as" ("described the talks as useless");
- `named`: the object with what it is called ("called him a liar", "deemed it unsafe");
- a preposition: its object ("called for a ceasefire");
- `whom`: the object is the addressee, not what was said ("told reporters that …");
- `speaker`: the frames of that row count only with a subject that can speak or testify ("studies show that …",
  but not "the door showed …").

Which frames a verb has was settled on PolNeAR's training articles: a frame stays where at least a third of its
uses, and for objects half, report somebody's words or view, and where it would not report in a war what is a deed
("attacked the town", "backed the rebels").
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
        """say state add note remark write argue contend maintain assert insist explain comment observe conclude reply
        respond answer counter retort quip joke recall tweet retweet post testify recount relate elaborate clarify opine
        interject muse declare proclaim announce claim boast brag report estimate calculate predict forecast speculate
        repeat reiterate stress emphasize emphasise underline underscore highlight mention reveal disclose specify
        imply hint allude posit theorize surmise summarize shout yell exclaim text email caution confide
        lament point_out""",
    ),
    (
        Act.ASSERT,
        "quote",
        """continue go_on begin read cry scream whisper murmur mutter bark laugh sigh intone chant chime_in shoot_back
        fire_back sum_up put_it reason ask_rhetorically""",
    ),
    (Act.ASSERT, "that whom", "tell inform notify brief assure reassure remind warn advise"),
    (Act.ASSERT, "inf", "tell warn advise"),
    (Act.ASSERT, "at speaker", "put"),
    (Act.ASSERT, "that speaker", "show indicate find discover demonstrate prove establish determine signal rule"),
    (Act.ASSERT, "that speaker", "learn detect illustrate confide spell_out lay_out make_out uncover"),
    (
        Act.ASSERT,
        "obj speaker",
        """announce note report explain reveal recall cite mention discuss list reference recount detail repeat
        reiterate stress emphasize emphasise underscore underline highlight tout lay_out point_out outline articulate
        disclose state echo estimate predict argue recite chant tweet_out clarify summarize
        publicize declare insist spell_out express invoke suggest""",
    ),
    (Act.ASSERT, "as speaker", "describe characterize characterise portray depict cast frame view see regard paint"),
    (Act.ASSERT, "as speaker", "bill refer_to identify define label brand consider judge dub"),
    (Act.ASSERT, "named speaker", "call label brand dub term consider deem judge"),
    (Act.ASSERT, "to speaker", "refer point allude"),
    (Act.ASSERT, "about speaker", "talk speak write boast brag say tell joke speculate post tweet"),
    (Act.ASSERT, "of speaker", "speak talk warn boast inform notify remind complain"),
    (Act.ASSERT, "on speaker", "comment elaborate touch weigh_in"),
    (Act.ASSERT, "against speaker", "warn caution argue"),
    (Act.ASSERT, "inf speaker", "claim purport profess"),
    (Act.ASSERT, "obj to speaker", "liken"),
    (Act.CONFIRM, "that", "admit acknowledge concede"),
    (Act.CONFIRM, "that obj speaker", "confirm verify corroborate affirm reaffirm reassert attest certify"),
    (Act.CONFIRM, "obj speaker", "admit acknowledge concede"),
    (Act.DENY, "that obj speaker", "deny dispute refute rebut contradict disavow disown repudiate disclaim question"),
    (Act.DENY, "that speaker", "doubt challenge disagree"),
    (Act.DENY, "ing", "deny"),
    (Act.ACCUSE, "as of speaker", "accuse suspect"),
    (Act.ACCUSE, "that speaker", "allege charge complain"),
    (Act.ACCUSE, "obj with speaker", "charge"),
    (Act.ACCUSE, "about of speaker", "complain"),
    (
        Act.ACCUSE,
        "obj for speaker",
        """blame criticize criticise condemn denounce slam chide rebuke castigate lambast mock ridicule deride decry
        deplore fault berate scold admonish censure reprimand vilify assail blast""",
    ),
    (Act.ACCUSE, "on speaker", "blame"),
    (Act.ACCUSE, "at against speaker", "lash_out hit_out rail inveigh"),
    (Act.DEMAND, "that inf obj whom speaker", "demand order instruct"),
    (Act.DEMAND, "that inf speaker", "require command"),
    (Act.DEMAND, "on speaker", "insist"),
    (Act.CALL_FOR, "for on upon speaker", "call"),
    (Act.CALL_FOR, "that obj inf speaker", "urge recommend advocate propose"),
    (Act.CALL_FOR, "inf speaker", "encourage press push call appeal plead lobby"),
    (Act.CALL_FOR, "for speaker", "push press advocate plead appeal campaign argue lobby"),
    (Act.CALL_FOR, "to speaker", "appeal"),
    (Act.ASK, "that inf whom", "ask beg implore beseech petition"),
    (Act.ASK, "that", "inquire enquire wonder query"),
    (Act.ASK, "about for speaker", "ask inquire enquire"),
    (Act.ASK, "obj inf speaker", "request solicit"),
    (Act.OFFER, "inf speaker", "offer volunteer"),
    (Act.OFFER, "that inf obj speaker", "float"),
    (Act.ASSERT, "that speaker", "suggest"),
    (Act.OFFER, "ing speaker", "suggest propose recommend"),
    (Act.PROMISE, "that inf obj speaker", "promise pledge vow swear guarantee undertake"),
    (Act.PROMISE, "to speaker", "pledge"),
    (Act.THREATEN, "that inf speaker", "threaten"),
    (Act.THREATEN, "with speaker", "threaten"),
    (Act.REFUSE, "inf speaker", "refuse decline"),
    (Act.REFUSE, "obj speaker", "reject rebuff dismiss rule_out veto oppose brush_off shrug_off play_down decline"),
    (Act.REFUSE, "that speaker", "rule_out"),
    (Act.REFUSE, "as speaker", "dismiss reject denounce defend hail tout decry condemn"),
    (Act.REFUSE, "ing speaker", "rule_out oppose"),
    (Act.AGREE, "that inf to on with speaker", "agree consent"),
    (Act.AGREE, "obj speaker", "accept endorse favor favour welcome"),
    (Act.AGREE, "with speaker", "concur side"),
    (Act.AGREE, "that speaker", "concur"),
    (
        Act.EXPRESS,
        "that speaker",
        """believe think feel fear hope worry expect assume imagine suppose suspect know understand realize realise
        recognize recognise consider trust wish regret foresee anticipate remember reckon notice decide envision
        guess""",
    ),
    (Act.EXPRESS, "inf speaker", "want hope plan intend decide wish prefer"),
    (Act.EXPRESS, "obj speaker", "want fear expect prefer believe foresee recognize recognise"),
    (
        Act.EXPRESS,
        "obj for speaker",
        "praise applaud hail laud commend congratulate thank salute credit mourn bemoan lament regret",
    ),
    (Act.EXPRESS, "about speaker", "worry think speak_out open_up"),
    (Act.EXPRESS, "of speaker", "think despair approve disapprove"),
    (Act.EXPRESS, "for speaker", "hope apologize apologise vouch"),
    (Act.EXPRESS, "to speaker", "respond object"),
)

#: (act, nouns): what somebody's saying is called. Their content is a clause with "that" or stands where
#: `NOUN_FRAMES` says.
_NOUNS: tuple[tuple[Act, str], ...] = (
    (
        Act.ASSERT,
        """statement claim assertion report comment remark announcement declaration account assessment argument
        suggestion contention insistence observation explanation prediction testimony rumour rumor revelation
        disclosure conclusion finding reference mention message description
        warning recognition detail position stance responsibility case""",
    ),
    (Act.CONFIRM, "confirmation affirmation reaffirmation assurance acknowledgment acknowledgement admission"),
    (Act.DENY, "denial rebuttal dismissal doubt"),
    (Act.ACCUSE, "accusation allegation complaint criticism condemnation denunciation critique"),
    (Act.DEMAND, "demand order ultimatum instruction"),
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
        feeling sense praise apology gratitude condolence sympathy satisfaction anger outrage alarm dismay
        disappointment determination intention plan decision favor defense defence anxiety inclination preference""",
    ),
)

#: Where a noun of speech has its content, apart from a clause with "that".
NOUN_FRAMES: dict[str, frozenset[str]] = {
    frame: frozenset(nouns.split())
    for frame, nouns in {
        "inf": """promise pledge vow threat offer proposal plan decision refusal readiness willingness preparedness
        desire demand request order agreement commitment reluctance intention inclination determination call appeal
        wish""",
        "about": """question concern doubt comment detail anxiety message complaint claim worry allegation statement
        warning suspicion remark report""",
        "for": """call support criticism proposal apology praise demand request appeal plea readiness hope preference
        offer desire responsibility willingness""",
        "of": """criticism favor endorsement mention defense defence critique rejection accusation announcement
        denunciation condemnation disclosure denial allegation view opinion description assessment declaration fear
        assertion recognition confirmation warning""",
        "on": "comment criticism statement remark position stance",
        "against": "allegation accusation threat warning",
        "to": "opposition reference objection",
        "over": "concern anger outrage alarm",
        "at": "anger outrage dismay alarm",
    }.items()
}

#: Nouns that hold content only where a verb carries them: "made the case that …", "claimed responsibility for …".
CARRIED = frozenset({"responsibility", "case", "sense", "feeling", "message"})

#: Verbs that carry a noun of speech: "issued a statement", "expressed readiness", "made a promise".
CARRIERS = frozenset(
    """make issue express voice give release publish deliver have offer raise reiterate reaffirm repeat renew state
    convey declare show share hold file pose register signal announce underline stress claim accept assume""".split()
)

#: What a cue does where it is not what its verb does on its own.
_ACTS_OF_PHRASES = {
    "tell to": Act.DEMAND,
    "advise to": Act.CALL_FOR,
    "warn to": Act.DEMAND,
    "warn against": Act.CALL_FOR,
    "call": Act.ASSERT,
    "call as": Act.ASSERT,
    "call for": Act.CALL_FOR,
    "call on": Act.CALL_FOR,
    "call upon": Act.CALL_FOR,
    "call to": Act.CALL_FOR,
    "insist on": Act.DEMAND,
    "argue for": Act.CALL_FOR,
    "argue against": Act.REFUSE,
    "agree with": Act.AGREE,
    "suggest": Act.ASSERT,
    "respond": Act.ASSERT,
    "reject as": Act.REFUSE,
    "hail as": Act.EXPRESS,
    "defend as": Act.EXPRESS,
    "tout as": Act.ASSERT,
    "condemn as": Act.ACCUSE,
    "denounce as": Act.ACCUSE,
    "decry as": Act.ACCUSE,
    "make clear": Act.ASSERT,
    "in view": Act.EXPRESS,
    "in opinion": Act.EXPRESS,
}

#: What spaCy's lemmatiser gives for "hoping", "retweeted", "lambasted".
_MISREAD = {"hop": "hope", "retweete": "retweet", "tweete": "tweet", "lambaste": "lambast"}


@dataclass(frozen=True, slots=True)
class Verb:
    """What a reporting verb does, which complements hold what was said, and which of these it takes as speech
    only from a subject that can speak or testify."""

    act: Act
    frames: frozenset[str]
    checked: frozenset[str]

    @property
    def says(self) -> bool:
        """Whether it is a verb of saying in the narrow sense: with a clause, whatever its subject."""
        return "that" in self.frames and "that" not in self.checked


def _verbs() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for act, row, lemmas in _VERBS:
        frames = frozenset(row.split()) - {"speaker"}
        checked = frames if "speaker" in row else frozenset()
        for lemma in (word.replace("_", " ") for word in lemmas.split()):
            known = table.get(lemma)
            if known is None:
                table[lemma] = Verb(act, frames, checked)
            else:
                table[lemma] = Verb(known.act, known.frames | frames, known.checked | (checked - known.frames))
    return table


VERBS: dict[str, Verb] = _verbs()

NOUNS: dict[str, Act] = {noun: act for act, nouns in _NOUNS for noun in nouns.split()}


def lemma_of(lemma: str) -> str:
    """The lemma, with the known misreadings set right."""
    return _MISREAD.get(lemma, lemma)


def act_of(cue_lemma: str) -> Act:
    """The speech act of a cue, by its lemma ("deny", "call for", "express readiness"); `ASSERT` if unknown.

    The longest beginning that is known decides; after a verb that only carries it, the noun of speech does.
    """
    words = cue_lemma.split()
    if len(words) > 1 and words[0] in CARRIERS and words[1] in NOUNS:
        return NOUNS[words[1]]
    for end in range(len(words), 0, -1):
        phrase = " ".join(words[:end])
        if phrase in _ACTS_OF_PHRASES:
            return _ACTS_OF_PHRASES[phrase]
        if phrase in VERBS:
            return VERBS[phrase].act
    return NOUNS.get(words[0], Act.ASSERT) if words else Act.ASSERT
