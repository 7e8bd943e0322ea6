"""Words of one meaning, folded into one, so that a denial and what it denies meet though told in other words."""

from __future__ import annotations

import functools
import re

from counterclaim.link.compare.denials.words import stems

#: A class a line: words that reports use for one thing or deed, whatever the conflict. A word may be in several.
_CLASSES = """
fighter: fighter militant gunman gunmen rebel insurgent combatant militiaman militiamen armed terrorist guerrilla
jihadist
troop: troop soldier force army military serviceman servicemen unit regular battalion brigade paratrooper garrison
mercenary: mercenary mercenaries
weapon: weapon gun mortar howitzer cannon artillery launcher arms rifle arsenal munition ammunition
firearm pistol revolver
tank: tank armour armor armoured vehicle
rocket: rocket missile projectile
hospital: hospital clinic infirmary
aid: aid food medicine medical relief supply supplies assistance flour humanitarian medicament drug grain ration
provision
lorry: lorry lorries truck convoy vehicle column
talk: talk negotiation meeting meet met dialogue negotiate conversation speak spoken session bargain
contact: contact telephone phone call
siege: siege blockade besiege encircle encirclement surround blockaded
body: body bodies corpse remains
civilian: civilian resident villager inhabitant peasant farmer townspeople
prisoner: prisoner inmate detainee captive convict
attack: attack strike engage raid airstrike bombing bomb bombard bombardment assault hit target shelling shell pound
offensive ambush
shoot: shoot shot fire firing gunfire shooting gunshot discharge shell shelling
kill: kill dead death die killing slay murder massacre execute execution victim
wound: wound injure hurt injury
detain: detain arrest seize capture abduct kidnap custody held imprison jail detention abduction
free: release free freed
enter: enter entered storm stormed reach arrive penetrate come_in get_in let_in go_in went_in tour visit pass occupy
leave: leave left withdraw withdrawal depart departure pullout quit evacuate retreat go_out gone_out
ask: ask request beg appeal plead
tell: inform notify warn report
order: order instruct instruction
agree: agree agreement deal accord pact truce ceasefire sign treaty accept
use: use employ deploy
plane: plane aircraft jet warplane helicopter chopper bomber gunship
drone: drone uav quadcopter
prison: prison jail
mine: mine minefield
burn: burn burning fire torch ablaze blaze
destroy: destroy destruction demolish ruin wreck raze
damage: damage harm
loot: loot looting rob robbery steal pillage plunder
gas: gas chemical sarin chlorine toxic nerve irritant poison
support: support back finance fund sponsor assist assistance
send: send dispatch deliver supply
find: find discover recover retrieve fish_out found take_out taken_out
school: school classroom
road: road highway route motorway
border: border frontier
withdrawal: withdrawal pullback
base: base camp barrack position headquarters
house: house home dwelling residence
child: child children minor boy girl
protest: protest demonstration demonstrator protester rally march
threat: threat threaten
hostage: hostage
town: town city village settlement
casualty: casualty casualties loss losses toll
ransom: ransom payment pay
plan: plan plot intend intention
foreign: foreign foreigner
flee: flee fled escape got_out get_out
violate: violate violation breach break
involve: involve involvement role behind responsible responsibility
chain: chain handcuff shackle tie tied bound
bus: bus buses
fuel: fuel diesel petrol gasoline
visit: visit tour
control: control
surrender: surrender capitulate capitulation gave_up give_up
police: police policeman policemen gendarme
sentence: sentence verdict court-martial condemn convict
journalist: journalist reporter correspondent newsman
push: push drive driven drove expel deport
explosive: explosive gunpowder dynamite ammunition cartridge explosion detonation detonate explode blast
meeting: meeting summit
exchange: exchange swap
inspector: inspector monitor observer expert investigator
leader: leader commander chief head
vote: vote election poll
close: close closed shut seal sealed
open: open reopen opened
hide: hide hid hidden conceal
bury: bury buried burial grave
threaten: threaten threat
promise: promise pledge guarantee assurance
evidence: trace evidence proof
walkout: walkout
attend: attend attendance participate participation
exile: exile
transfer: give given gave receive send transmit deliver hand dispatch provide obtain
warning: warn warning
intrude: intrude intrusion incursion trespass
lack: lack shortage
drunk: drunk drunken alcohol intoxicated
resign: resign resignation
break_out: break_out escape
abuse: abuse torture mistreat maltreat ill-treat beat beating touch
"""
#: What reports say in several words, as one: "walked off the job" and "stopped work" are one thing.
_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), word)
    for word, pattern in (
        (
            "walkout",
            r"walk(?:s|ed|ing)? (?:off (?:the|their|his|her) jobs?|out of work)|down(?:s|ed|ing)? tools|"
            r"(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)) work(?:ing)?|on strike|"
            r"(?:beg[aiu]n|start(?:ed)?|call(?:ed)?|stag(?:e|ed)|join(?:ed)?) (?:an? |the |their )?"
            r"(?:general |indefinite |nationwide |\w+-day )?strike(?! on| against)",
        ),
        ("attend", r"(?:take|takes|took|taken|taking) part|(?:was|were|been|be) present at|sat in on"),
        (
            "enter",
            r"set(?:ting)? foot (?:in|on|inside)|"
            r"(?:g[eo]t|gotten|went|gone|go|c[ao]me|break|broken?|made it) (?:in|into|inside)",
        ),
        (
            "exile",
            r"(?:left|leave|leaving|fled?|flee|fleeing|quit) (?:the country|abroad)|gone abroad|went abroad|into exile",
        ),
        (
            "intrude",
            r"(?:violat|enter|penetrat|breach)(?:e|es|ed|ing)? (?:[\w’']+ )?"
            r"(?:airspace|air space|territorial waters|territory)|"
            r"cross(?:es|ed|ing)? (?:[\w’']+ )?(?:the )?(?:border|frontier|line)",
        ),
        ("lack", r"r[au]n(?:s|ning)? (?:out|short|low) of|short of"),
        (
            "shoot",
            r"open(?:s|ed|ing)? fire|c[ao]m(?:e|ing) under fire|"
            r"(?:us(?:e|es|ed|ing)|fir(?:e|es|ed|ing)|discharg(?:e|es|ed|ing)) "
            r"(?:(?:their|any|its|live|his|her|an?|one|single|the) ){0,2}"
            r"(?:firearms?|weapons?|guns?|rifles?|"
            r"live (?:ammunition|rounds?|bullets)|ammunition|rounds?|bullets?|shots?)",
        ),
        (
            "surrender",
            r"(?:la(?:y|id|ying)|put(?:ting)?) down (?:their|his|her|the|its) (?:arms|weapons|guns|rifles)|"
            r"g[ai]ve(?:n|s)? (?:themselves|himself|herself) up",
        ),
        (
            "attack",
            r"(?:releas|dropp?|discharg)(?:e|es|ed|ing) (?:(?:their|its|any) )?(?:weapons|bombs|ordnance|munitions)",
        ),
        (
            "shoot",
            r"(?:ma(?:de|ke|kes|king) )?use of (?:their|its|any) (?:weapons|guns|firearms|rifles)",
        ),
        (
            "free",
            r"(?:c[ao]me|coming|returned|back|sent|brought|allowed|arrived) home|"
            r"(?:walk(?:s|ed)?|go|goes|went|gone|set) free|"
            r"(?:re)?gain(?:s|ed|ing)? (?:their|his|her) (?:freedom|liberty)",
        ),
        (
            "plane",
            r"(?:F|MiG|Su|Tu|Mi|Ka|B|A|AH|UH|CH|L|An|Il|Yak)-\d{1,3}\w{0,2}|(?:fighter|combat|allied|attack) jets?",
        ),
        ("intrude", r"set(?:s|ting)? (?:a |one )?foot (?:across|over) (?:the )?(?:border|frontier|line)"),
        ("leave", r"(?:pull|mov|clear)(?:e|s|es|ed|ing)? (?:out|back)(?: of)?"),
        ("burn", r"set(?:s|ting)? (?:[\w’']+ ){0,3}?(?:on fire|ablaze|alight)|set(?:s|ting)? fire to"),
        ("drunk", r"(?:been|was|were) drinking|under the influence"),
    )
)
#: Forms of verbs that no ending tells, each with its verb.
_IRREGULAR = {
    form: verb
    for verb, forms in (
        entry.split(": ")
        for entry in """withdraw: withdrew withdrawn; use: used; strike: struck stricken; pay: paid; flee: fled;
        forbid: forbade forbidden; overrun: overran; blow: blew blown; throw: threw thrown; steal: stole stolen;
        build: built; sink: sank sunk; sweep: swept; tear: tore torn; wear: wore worn; sell: sold; lay: laid;
        drive: drove driven; break: broke broken; hide: hid hidden; buy: bought; seek: sought; catch: caught;
        fight: fought; send: sent; beat: beaten; see: saw seen; speak: spoke spoken; slay: slew slain; shoot: shot;
        hold: held; meet: met; leave: left; fly: flew flown; begin: began begun; freeze: froze frozen;
        shake: shook shaken; swear: swore sworn; write: wrote written; hear: heard; sleep: slept; feed: fed;
        lead: led; dig: dug; hang: hung; burn: burnt; choose: chose chosen; eat: ate eaten; fall: fell
        fallen; lose: lost; win: won; drink: drank drunk; bleed: bled; sign: signed; die: died dying; tie: tied tying;
        lie: lied lying""".replace("\n", " ").split(";")
    )
    for form in forms.split()
    for verb in [verb.strip()]
}
_FOLDED: dict[str, set[str]] = {}
for _line in re.sub(r"\n(?!\w+:)", " ", _CLASSES).strip().split("\n"):
    _name, _, _members = _line.partition(":")
    for _member in _members.split():
        _FOLDED.setdefault(_member.replace("_", " "), set()).add(_name.upper())
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_PARTICLE = frozenset({"in", "out", "up"})
#: "Russia" and "Russian" are one name.
_ADJECTIVE = re.compile(r"(?:inians?|ians?|ans?|ese|ine|is?|ia|a|e|ns?)$")
_LONG = 6
#: Shorter words keep their last letter.
_WHOLE = 4
_STOP = frozenset(
    """a an the of in on at by to for from with near against into over under and or nor but as that this these those its
    their his her our my your it he she they we i you him them us who whom whose which what when where while whose
    there here then
    than also any some all each both such other another more most many much several few only even just still already
    now later earlier again ever never no not none nobody nothing neither one two three four five six seven eight nine
    ten eleven twelve is are was were be been being has have had having do does did done doing will would could should
    may might must can shall get got make made take took taken go went gone come came say said says
    saying
    tell told add added according statement spokesman spokeswoman official officials source sources deny denied denies
    day days week weeks month months year years today yesterday night morning evening afternoon time times monday
    tuesday
    wednesday thursday friday saturday sunday january february march april june july august september october november
    december since until during before after about around between among through across along within without because
    so if
    whether though although however meanwhile part way place area areas region side sides group groups first last whole
    past future anywhere anyone anybody anything everyone somebody very too up down out off back
    own same single like per
    cent percent
    reported reports report allegedly mr mrs dr general colonel major minister ministry president government""".split()
)


@functools.lru_cache(maxsize=1 << 16)
def folds(word: str) -> frozenset[str]:
    """The classes of a word, else its stem; none for words that tell nothing."""
    word = re.sub(r"[’']s$", "", word)
    low = word.lower()
    if low in _STOP or (len(low) < 3 and not low.isdigit()):
        return frozenset()
    verb = _IRREGULAR.get(low, low)
    found = {name for stem in (*stems(low), verb) for name in _FOLDED.get(stem, ())}
    if found:
        return frozenset(found)
    stem = min(stems(verb), key=lambda s: (len(s), s), default=verb)
    if low.endswith(("ies", "ied")) and len(low) >= _LONG:
        stem = f"{low[:-3]}y"
    stem = stem.removesuffix("e") if len(stem) >= _WHOLE else stem
    name = {_ADJECTIVE.sub("", low)} if word[:1].isupper() and len(low) >= _LONG else set()
    return frozenset({stem}) | name


#: "In order to" orders nothing.
_IN_ORDER = re.compile(r"\bin order (?=to\b|that\b)", re.I)
#: Who calls off a visit telephones nobody.
_CALL_OFF = re.compile(r"\bcall(?:s|ed|ing)? off\b", re.I)


@functools.lru_cache(maxsize=1 << 15)
def folded(words: str) -> tuple[frozenset[str], ...]:
    """Each telling word of a passage as its classes or its stem, in order."""
    words = _CALL_OFF.sub("cancel", _IN_ORDER.sub("", words))
    for pattern, word in _PHRASES:
        words = pattern.sub(word, words)
    found = _WORD.findall(words)
    out = []
    for first, second in zip(found, [*found[1:], ""][: len(found)], strict=True):
        both = (
            {n for s in stems(first.lower()) for n in _FOLDED.get(f"{s} {second.lower()}", ())}
            if second in _PARTICLE
            else set()
        )
        one = frozenset(both) or folds(first)
        if one:
            out.append(one)
    return tuple(out)
