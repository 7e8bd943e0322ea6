"""General English of happenings: nouns that tell of one, verbs that add nothing to such a noun, and which role a
verb's subject or preposition fills where that is not the usual one."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What the words around a noun of a happening are to it."""

    #: "Y's attack on X", "the attack of Y", "the Y attack".
    ATTACK = "attack"
    #: "Y's shelling of X"; "the killing of X", "X's killing" where nobody else is named.
    DEED = "deed"
    #: "X's death", "the collapse of X".
    FATE = "fate"
    #: "X's arrival", "the protest of X".
    ACT = "act"
    #: "talks between X and Y", "X's agreement with Y".
    MUTUAL = "mutual"


_NOUNS = {
    Kind.ATTACK: """attack assault raid strike airstrike:strike air-strike:strike counterattack:attack
        counter-attack:attack offensive:attack counteroffensive:attack counter-offensive:attack onslaught:attack
        ambush fire:fire gunfire:fire incursion invasion:invade crackdown bombing:bomb
        bombardment:bomb shelling:shell salvo barrage airdrop:drop aggression hit
        operation campaign push retaliation:retaliate reprisal:retaliate pressure:press sanction ban embargo veto
        vote""",
    Kind.DEED: """siege:besiege blockade encirclement:encircle capture recapture:recapture seizure:seize
        takeover:take storming:storm occupation:occupy annexation:annex liberation:liberate control
        destruction:destroy demolition:demolish downing:down targeting:target pounding:pound burning:burn
        looting:loot sabotage bulldozing:bulldoze
        use:use deployment:deploy delivery:deliver supply transfer:transfer sale:sell shipment:ship launch
        launching:launch firing:fire dropping:drop training:train arming:arm funding:fund financing:finance
        killing:kill murder assassination:assassinate execution:execute massacre slaughter beheading:behead
        wounding:wound torture abduction:abduct kidnapping:kidnap kidnap rape
        arrest detention:detain imprisonment:imprison capture extradition:extradite deportation:deport
        expulsion:expel eviction:evict displacement:displace release evacuation:evacuate rescue:rescue
        appointment:appoint dismissal:dismiss election:elect nomination:nominate
        condemnation:condemn criticism:criticize accusation:accuse denial:deny rejection:reject violation:violate
        breach removal:remove dismantling:dismantle closure:close reopening:reopen opening:open
        repression:repress persecution:persecute imposition:impose cessation:cease extension:extend
        suspension:suspend severing:sever crossing:cross trapping:trap
        establishment:establish creation:create implementation:implement
        investigation:investigate interrogation:interrogate support backing:back defeat
        withdrawal:withdraw pullout:withdraw pullback:withdraw""",
    Kind.FATE: """death:die dying:die fall collapse:collapse loss rise increase decrease decline drop surge
        explosion:explode blast:explode detonation:explode crash disappearance:disappear injury starvation:starve
        casualty:harm fatality:die damage wound:wound
        suffering:suffer surrender funeral escalation:escalate spread outbreak:erupt
        end ending:end beginning:begin start resumption:resume""",
    Kind.ACT: """advance retreat:retreat return arrival:arrive departure:depart exodus:flee
        uprising:rise revolt rebellion:rebel coup trip gathering:gather
        flight visit protest demonstration:demonstrate resignation:resign intervention:intervene
        interference:interfere participation:participate involvement escape:escape defection:defect entry:enter
        infiltration:infiltrate march call demand appeal refusal:refuse
        decision:decide attempt pledge promise threat:threaten effort warning:warn response:respond""",
    Kind.MUTUAL: """clash battle fighting:fight fight firefight:fight skirmish confrontation talk talks:talk
        negotiation:negotiate meeting:meet conversation dialogue consultation:consult agreement:agree deal:agree
        accord:agree truce:truce ceasefire:ceasefire exchange:exchange swap cooperation:cooperate
        coordination:coordinate contact""",
}


def _read(lines: dict[Kind, str]) -> dict[str, tuple[str, Kind]]:
    found: dict[str, tuple[str, Kind]] = {}
    for kind, words in lines.items():
        for word in words.split():
            noun, _, verb = word.partition(":")
            found.setdefault(noun, (verb or noun, kind))
    return found


#: Lemma of the noun -> the predicate it stands for, and its kind.
EVENT_NOUNS = _read(_NOUNS)
#: Nouns of the list that name a happening only as the object of a light verb or with both sides named: by
#: themselves they are as often a state of affairs, an amount or a thing.
WEAK_NOUNS = frozenset(
    """fire control use supply support pressure call demand end ending beginning start effort decision attempt hit
    increase decrease decline drop rise fall loss spread contact deal agreement response entry launch opening fight
    flight march vote veto ban sanction conversation dialogue cooperation coordination funding training sale threat
    warning pledge promise suffering truce ceasefire backing involvement return election surge closure
    condemnation criticism creation delivery firing opening start swap exchange injury damage wound
    operation campaign push crossing gathering trip extension funeral""".split()
)
#: What the possessor does who has one of these to do something: "their decision to leave".
OF_WILL = frozenset(
    """plan attempt effort decision intention agreement bid pledge promise move readiness willingness ability
    inability right chance opportunity refusal failure threat desire need commitment vow campaign offensive operation
    mission determination power capacity capability way permission order obligation offer deal
    risk danger prospect goal aim objective intent purpose hope""".split()
)
#: What somebody says that he did is no deed of who hears of it: "dismissed a rebel claim to have taken the town".
OF_WORD = frozenset("claim boast assertion".split())

#: Verbs that only say of the noun which is their object that it happened; with their particle.
LIGHT_VERBS = frozenset(
    """conduct launch stage mount perform commit make wage undertake execute perpetrate deliver hold have give pay
    open impose inflict lay do begin start resume continue initiate reach sign conclude strike take lead
    intensify escalate unleash exchange engage wreak exert lend issue""".split()
) | {"carry out", "step up"}
#: Light verbs that have things as their object as well: a noun that is weak by itself is no happening with these.
_PLAIN = frozenset("open have take give make exert hold impose reach sign conclude strike lend issue lay".split())
#: What is reached, signed and held is a happening, though it may be a state of affairs by itself.
_AGREED = frozenset("agreement deal truce ceasefire accord conversation dialogue call vote threat decision".split())
#: Verb and noun that together are one predicate, whatever else each can mean.
SET_PHRASES = {
    ("take", "control"): "capture",
    ("seize", "control"): "capture",
    ("gain", "control"): "capture",
    ("regain", "control"): "recapture",
    ("retake", "control"): "recapture",
    ("establish", "control"): "capture",
    ("impose", "control"): "capture",
    ("lose", "control"): "lose",
    ("take", "possession"): "capture",
    ("lay", "siege"): "besiege",
    ("open", "fire"): "fire",
    ("return", "fire"): "fire",
    ("exchange", "fire"): "fire",
    ("set", "fire"): "burn",
    ("pay", "visit"): "visit",
    ("give", "support"): "support",
    ("provide", "support"): "support",
    ("lend", "support"): "support",
    ("offer", "support"): "support",
    ("make", "use"): "use",
    ("make", "advance"): "advance",
    ("make", "return"): "return",
    ("take", "action"): "act",
}
#: Verbs by which what is done is said of those it is done to: "came under attack", "was subjected to shelling".
RECEIVED = {
    "come": frozenset({"under"}),
    "be": frozenset({"under"}),
    "fall": frozenset({"under"}),
    "remain": frozenset({"under"}),
    "live": frozenset({"under"}),
    "subject": frozenset({"to"}),
    "expose": frozenset({"to"}),
}
RECEIVE_VERBS = frozenset("face suffer undergo endure".split())
#: Verbs that say of a happening that it began, went on or ended.
ASPECT = frozenset("begin start resume continue persist last intensify escalate subside end stop".split()) | {"go on"}
#: Verbs that say of a happening that it was.
HAPPEN = frozenset("occur happen erupt rage ensue".split())
#: "Claimed the lives of", "cost … their lives".
LIFE_TAKING = frozenset("claim take cost".split())

#: Verbs with which the subject is what it happens to, where they have no object: things that change by themselves,
#: begin, end, or are. "The bridge collapsed", "the siege continued".
UNACCUSATIVE = frozenset(
    """die fall rise drop collapse happen occur erupt ensue continue last remain persist appear disappear vanish
    increase decrease decline grow shrink double triple soar plunge explode detonate burn sink drown starve perish
    succumb faint crash end cease improve worsen deteriorate escalate intensify ease
    subside begin start resume exist emerge stall fail slow heal recover bleed drift
    suffocate choke freeze melt dry flood shut reopen expire lapse date vary differ total originate stem
    belong unfold peak dwindle bleed be become seem suffer arise result deepen expand widen mount topple
    capsize overturn accumulate shake tremble weaken strengthen accelerate backfire materialize materialise""".split()
)
#: Verbs of motion and change: somebody who moves or stops is an agent; a thing or a happening is not.
MOTION = frozenset(
    """come go arrive return pass leave enter land move run stop close open break change follow lie stand stay spread
    rest settle turn roll flow pour travel head race""".split()
)

NO_OBJECT = frozenset("go arrive return advance retreat live work sit sleep wait speak talk".split())

#: Verb -> the prepositions before what it is done to, where the verb has no object.
PATIENT_AFTER = {
    verb: frozenset(prepositions.split())
    for verbs, prepositions in (
        ("fire shoot", "on at upon into"),
        ("aim shout throw swing", "at"),
        ("clash meet negotiate cooperate coordinate", "with"),
        ("fight battle struggle", "against with"),
        ("protest demonstrate rebel retaliate act rally", "against"),
        ("vote", "for against"),
        ("look search wait ask appeal push press plead account care strive hope prepare apologize", "for"),
        ("call", "for on upon"),
        ("agree", "on to"),
        ("focus rely depend insist impose encroach trample", "on upon"),
        ("participate interfere intervene engage", "in"),
        ("deal comply tamper", "with"),
        ("adhere refer respond react reply belong lead object resort contribute submit", "to"),
        ("hear learn know speak talk complain", "of about"),
        ("consist dispose approve", "of"),
        ("storm break crash burst", "into"),
        ("seize", "on"),
    )
    for verb in verbs.split()
}

#: Verbs whose infinitive is what is told: of themselves they say only that it began, was tried, or seemed so.
RAISING = frozenset(
    """manage continue begin start try attempt seek fail seem appear tend happen prove cease keep struggle proceed
    go use stop resume be about able unable likely unlikely set""".split()
)
#: Passives of belief: "is believed to have fled".
BELIEVED = frozenset(
    """believe think report say know expect understand allege suspect fear presume estimate rumour rumor consider
    assume suppose""".split()
)
#: Verbs whose object is the one who does what the infinitive, or the "-ing" behind a preposition, tells.
OBJECT_CONTROL = frozenset(
    """ask tell urge force order allow let help enable cause make see hear watch find leave want expect accuse blame
    prevent stop persuade convince invite permit require press pressure push compel encourage advise warn get send
    train recruit oblige lead instruct command direct implore beg request keep catch film spot show
    deter discourage ban bar prohibit suspect charge convict forbid authorise authorize assign condemn
    criticize criticise praise thank arrest detain drive trigger prompt lure trick teach assist need like
    hire pay appoint nominate call""".split()
)
#: "Called on X to leave": prepositions before those who should.
CALLED_ON = {
    "call": frozenset({"on", "upon"}),
    "appeal": frozenset({"to"}),
    "prevail": frozenset({"on", "upon"}),
    "rely": frozenset({"on"}),
    "plead": frozenset({"with"}),
    "wait": frozenset({"for"}),
    "depend": frozenset({"on"}),
    "put": frozenset({"on"}),
}
#: Nouns of people that name no calling.
CROWDS = frozenset(
    """hundred thousand million dozen score ten most many some other all both none majority number crowd mob people
    victim survivor family relative resident villager protester demonstrator volunteer rescuer inspector observer
    member leader delegate national citizen man woman child team crew""".split()
)
#: Verbs that want an object: without one they are a passive whose auxiliary a headline left out, or a participle.
NEEDS_OBJECT = frozenset(
    """kill wound injure arrest detain behead execute besiege damage abduct kidnap displace capture free
    hospitalize hospitalise assassinate murder massacre evacuate rescue""".split()
)
#: Nouns that are when, how or why something was done: no object of a relative clause.
NO_OBJECT_OF = frozenset("day time moment way reason week month year hour period place point night".split())
#: Nouns of those who act as a body, before a noun of what they do: "rebel fire", "army shelling".
ACTORS = frozenset(
    """rebel regime government army police militant insurgent opposition coalition jihadist military militia
    extremist gunman warplane jet helicopter aircraft fighter sniper guerrilla navy troop force soldier separatist
    authority mercenary islamist junta state-led airforce gang settler paramilitary""".split()
)
#: Attacks whose "of" is before what is attacked: "the shelling of the town".
OF_OBJECT = frozenset("bombing bombardment shelling invasion airdrop barrage ambush".split())
#: Deeds of which the possessor is whom it is done to where nobody else is named: "the president's arrest".
UNDERGONE = frozenset(
    """kill murder assassinate execute massacre slaughter behead wound torture abduct kidnap rape arrest detain
    imprison extradite deport expel evict displace release evacuate rescue appoint dismiss elect nominate
    capture recapture defeat destroy demolish encircle down remove dismantle close reopen liberate""".split()
)
#: Before a hyphen these say whom it is about, not who acts: "anti-government protests".
OPPOSED = frozenset({"anti", "pro", "non"})
#: Verbs whose participle tells what came of a deed.
RESULTS = frozenset(
    """kill wound injure damage destroy leave put force cause trigger spark prompt claim level reduce bring raise
    displace demolish send set drive hit hurt strike target capture seize shell bomb""".split()
)
#: Verbs of which the passive's subject is what did the harm: "a bomb was dropped, killing five".
SET_OFF = frozenset("drop fire launch carry detonate throw explode use release stage conduct set".split())
#: Nouns that only count the happenings behind their "of".
PACKS = frozenset(
    """round series wave string number spate barrage hundred dozen score thousand lot kind type act couple pair
    succession flurry majority most some all one two three""".split()
)
#: Verbs of harm: those who are behind the attack in which it happened did it.
HARM = frozenset(
    """kill die wound injure hurt maim destroy damage demolish level hit perish displace lose behead burn""".split()
)
HARM_IN = frozenset("in by during from".split())


def is_light(verb: str, noun: str) -> bool:
    """Whether a verb (lemma, with its particle) adds nothing to the event noun that is its object but who did it."""
    if (verb, noun) in SET_PHRASES:
        return True
    return verb in LIGHT_VERBS and noun in EVENT_NOUNS and not (verb in _PLAIN and noun in WEAK_NOUNS - _AGREED)
