"""Verbs of events: the PLOVER root and mode that each tells, where need be by what it is done with.

A row is (root, mode, conditions, verbs). `conditions.py` says how conditions are written; a particle is joined by an
underscore. Of a verb's rows the first whose conditions hold decides, those without conditions come last. A root of
None says that no event is told. Roots and modes are spelled as in PLOVER's table of September 2021 (draft 0.8).
"""

from __future__ import annotations

from counterclaim.annotate.events.conditions import Row

_NOT_VIOLENT: tuple[Row, ...] = (
    (
        None,
        None,
        "subj|in|by|from=disaster",
        "kill injure wound destroy hit strike rock batter level flatten claim land rain fall",
    ),
    (None, None, "obj=ill", "fight battle attack combat kill target"),
    (None, None, "obj=goal|film|video|photo|movie|scene|penalty|ball", "shoot strike hit attack"),
    (None, None, "", "accord deal"),
)

_PROTESTING: tuple[Row, ...] = (
    ("PROTEST", "boycott", "subj=workers !obj", "strike"),
    ("PROTEST", "boycott", "obj|off=job", "walk walk_off"),
    ("PROTEST", "boycott", "on=strike", "go be"),
    ("PROTEST", "obstruct", "subj=crowd|workers obj=ground|border", "block barricade blockade occupy obstruct"),
    ("PROTEST", "demo", "subj=crowd", "gather chant"),
    ("PROTEST", "demo", "to=streets", "take"),
    ("PROTEST", "demo", "", "demonstrate rally protest march"),
    ("PROTEST", "riot", "obj=stone|rock|bottle|egg", "throw hurl pelt"),
    ("PROTEST", "demo", "", "picket"),
    ("PROTEST", "riot", "", "riot"),
)

_FIGHTING: tuple[Row, ...] = (
    ("RETREAT", "ceasefire", "obj=truce", "call observe"),
    ("ASSAULT", None, "obj=truce", "violate breach break"),
    (
        "ASSAULT",
        None,
        "",
        """attack assault ambush raid storm kill wound injure maim slaughter murder slay behead stab lynch clash invade
        counterattack decapitate bludgeon hack martyr strike_back""",
    ),
    ("ASSAULT", None, "obj=fighters|ASSAULT", "repel repulse push_back engage ward_off fend_off rout crush"),
    ("ASSAULT", None, "obj=people", "wipe_out mow_down purge poison stone terrorize terrorise"),
    ("ASSAULT", "explosives", "obj=bombs", "plant hurl throw set_off"),
    ("ASSAULT", "seize", "obj=fire|ablaze", "set"),
    ("ASSAULT", None, "obj=ship|vessel|boat|warship", "sink"),
    ("ASSAULT", None, "", "battle fight"),
    (
        None,
        None,
        "obj=plan|order|strategy|manoeuvre|maneuver|will|program|programme|trade|project|agreement|policy|budget",
        "execute",
    ),
    ("ASSAULT", None, "", "execute crucify"),
    ("ASSAULT", None, "obj=people", "burn"),
    ("ASSAULT", None, "obj=ground|people|fighters|site", "rocket pound pummel"),
    ("ASSAULT", None, "subj=ASSAULT|bombs clause|obj", "leave"),
    ("ASSAULT", "heavy-weapons", "", "bomb bombard shell strafe mortar carpet-bomb"),
    ("ASSAULT", "heavy-weapons", "obj=shells", "drop launch fire"),
    (None, None, "obj=leaders !on", "fire dismiss"),
    ("ASSAULT", "firearms", "obj=fire", "open exchange fire return trade"),
    ("ASSAULT", "firearms", "at|on|into|upon", "fire"),
    ("ASSAULT", "firearms", "", "shoot snipe gun_down shoot_dead"),
    ("ASSAULT", "heavy-weapons", "obj=planes", "shoot_down down shoot"),
    ("ASSAULT", "explosives", "", "detonate blow_up"),
    ("ASSAULT", "explosives", "subj|obj=bombs", "explode go_off"),
    ("ASSAULT", "heavy-weapons", "subj|obj=shells", "explode land fall rain"),
    ("ASSAULT", "heavy-weapons", "subj=shells into", "slam smash crash"),
    ("ASSAULT", None, "subj|with|in=planes|fighters|ASSAULT", "hit target strike rock"),
    ("ASSAULT", None, "obj=people|fighters|forces|site", "target"),
    ("ASSAULT", None, "obj=site", "hit"),
    (None, None, "obj=customer|audience|market|consumer|voter|company|bank", "target"),
    ("ASSAULT", None, "obj=ground", "target bombard"),
    ("AGREE", None, "obj=deal", "strike reach conclude clinch seal finalize finalise negotiate"),
    ("ASSAULT", None, "", "strike"),
    ("ASSAULT", None, "in|from|by|during=ASSAULT", "die perish"),
    ("ASSAULT", None, "obj=lives", "claim cost take"),
    ("ASSAULT", "seize", "", "destroy demolish raze torch bulldoze trash vandalize vandalise ransack"),
    ("ASSAULT", "seize", "obj=ground|goods", "burn flatten level"),
    ("ASSAULT", "abduct", "", "kidnap abduct hijack"),
    ("ASSAULT", "abduct", "obj=hostage", "take hold seize"),
    ("ASSAULT", "torture", "", "torture"),
    ("ASSAULT", "sexual", "", "rape"),
    ("ASSAULT", "beat", "", "beat_up"),
    ("ASSAULT", "beat", "obj=people", "beat"),
    ("ASSAULT", "assassinate", "", "assassinate"),
    ("ASSAULT", "massacre", "", "massacre exterminate"),
    ("ASSAULT", "unconventional", "", "gas"),
    ("ASSAULT", "unconventional", "obj=gas !obj=tear", "use drop employ fire unleash release"),
    ("ASSAULT", "heavy-weapons", "obj=shells|planes|arms against", "use employ"),
    ("ASSAULT", "firearms", "obj=force", "use"),
    ("ASSAULT", None, "", "crack_down"),
    ("ASSAULT", None, "obj=crowd", "disperse suppress quell fire crush repress break_up"),
    ("ASSAULT", None, "obj=war|battle|campaign|jihad|insurgency|ASSAULT", "wage fight"),
    ("ASSAULT", None, "", "retaliate"),
)

_FORCING: tuple[Row, ...] = (
    (
        "COERCE",
        "seize",
        "obj=ground",
        """seize capture retake recapture reclaim conquer overrun occupy annex take take_over regain liberate wrest
        grab recover win re-take re-capture""",
    ),
    ("COERCE", "seize", "obj=control", "take seize gain regain wrest win assert establish"),
    ("COERCE", "seize", "subj|obj=ground to=somebody|fighters|hands", "fall"),
    ("COERCE", "arrest", "obj=people|leaders", "capture seize hold round_up"),
    ("COERCE", "seize", "", "seize confiscate impound loot plunder requisition expropriate overrun retake recapture"),
    ("COERCE", "seize", "", "occupy annex capture"),
    ("COERCE", "seize", "obj=goods|amount", "freeze grab"),
    ("COERCE", "arrest", "", "arrest detain jail imprison apprehend incarcerate intern round_up sentence indict"),
    ("COERCE", "arrest", "into=custody", "take"),
    ("COERCE", "arrest", "obj=custody", "take"),
    ("COERCE", "arrest", "with obj=people|leaders", "charge"),
    ("SANCTION", "expel", "obj=envoys|keepers", "expel kick_out throw_out oust"),
    ("SANCTION", "expel", "obj=keepers", "withdraw evacuate recall pull_out"),
    ("SANCTION", "expel", "obj=aid|agency", "expel kick_out"),
    ("SANCTION", "withdraw", "obj=envoys", "recall withdraw"),
    ("COERCE", "arrest", "on|under=trial|arrest", "put place"),
    ("COERCE", "arrest", "obj=people|leaders !clause", "prosecute try"),
    (
        "COERCE",
        "restrict",
        "obj=visa|licence|license|citizenship|passport|accreditation|permit",
        "revoke withdraw cancel",
    ),
    ("COERCE", "restrict", "obj=parliament|assembly|constitution", "dissolve suspend"),
    ("COERCE", "deport", "", "deport expel banish exile evict"),
    (
        "COERCE",
        "restrict",
        "",
        "besiege blockade encircle sanction embargo blacklist prohibit outlaw censor quarantine",
    ),
    (
        "COERCE",
        "restrict",
        "obj|off=ground|people|aid|access|border|media",
        "block bar seal_off seal close cut_off obstruct cordon_off cordon surround",
    ),
    ("COERCE", "restrict", "obj=media|party", "shut shut_down close_down suspend close"),
    ("COERCE", "ban", "obj=party", "ban outlaw dissolve"),
    ("COERCE", "restrict", "", "ban"),
    ("COERCE", "curfew", "obj=curfew", "impose declare clamp enforce extend"),
    ("COERCE", "martial-law", "obj=emergency|martial", "impose declare extend proclaim"),
    ("COERCE", "restrict", "obj=curbs|siege", "impose slap enforce tighten extend maintain apply renew adopt expand"),
    ("COERCE", "restrict", "obj=rights|media|movement", "restrict curb curtail limit"),
    ("COERCE", None, "", "coerce"),
    (
        "SANCTION",
        "withdraw",
        "obj=ties",
        "break break_off sever cut cut_off suspend downgrade reduce freeze end rupture abandon",
    ),
    (
        "SANCTION",
        "withdraw",
        "obj=talks",
        """break_off suspend halt call_off cancel boycott quit leave abandon postpone delay end break freeze walk_out
        stop""",
    ),
    ("SANCTION", "withdraw", "of|from=talks", "walk_out pull_out withdraw walk pull"),
    ("SANCTION", "withdraw", "obj=embassy", "close shut shut_down"),
    (
        "SANCTION",
        "discontinue",
        "obj=aid",
        "suspend halt cut cut_off stop end withhold freeze cancel terminate reduce discontinue slash",
    ),
    ("SANCTION", "withdraw", "obj=deal", "renounce abrogate scrap cancel suspend repudiate tear_up annul"),
    ("SANCTION", "withdraw", "from=deal", "withdraw pull_out"),
    ("SANCTION", "withdraw", "obj=visit", "cancel call_off"),
)

_GIVING_WAY: tuple[Row, ...] = (
    ("SANCTION", "withdraw", "obj=recognition", "withdraw"),
    ("SANCTION", "discontinue", "obj=aid|support|cooperation|backing", "withdraw"),
    (
        None,
        None,
        "obj=statement|bid|candidacy|accusation|allegation|remark|application|charge|complaint|request|offer|motion|suit",
        "withdraw",
    ),
    ("RETREAT", "withdraw", "", "withdraw pull_out pull_back retreat pull_off fall_back disengage"),
    ("RETREAT", "withdraw", "obj=forces", "pull remove evacuate bring_home"),
    ("RETREAT", "withdraw", "obj=siege", "lift end ease break_up raise"),
    ("RETREAT", "release", "obj=people|leaders", "release liberate hand_over exchange swap turn_over set_free return"),
    ("RETREAT", "release", "obj=captive|people", "repatriate"),
    ("RETREAT", "disarm", "obj=forces", "disband dissolve stand_down"),
    ("RETREAT", "release", "", "free pardon"),
    ("RETREAT", "release", "obj=captive", "release free return exchange swap"),
    (None, None, "obj=statement|report|video|figure|footage|document|photo|list|data|film|record", "release"),
    ("RETREAT", "return", "obj=goods|ground", "return hand_over hand_back give_back cede relinquish"),
    ("RETREAT", None, "obj=curfew|emergency|martial", "lift ease end relax"),
    ("CONCEDE", None, "obj=rules !obj=curbs", "repeal abolish reverse scrap amend revoke rescind overturn"),
    ("RETREAT", "ease", "obj=curbs", "lift ease relax remove waive suspend end loosen scrap unfreeze"),
    ("RETREAT", "access", "obj=access", "grant open allow give permit"),
    ("RETREAT", "access", "obj=border", "reopen open re-open"),
    ("RETREAT", "access", "obj=aid|keepers", "allow permit let admit accept"),
    ("RETREAT", "disarm", "", "disarm demobilize demobilise surrender demilitarize demilitarise"),
    ("RETREAT", "disarm", "obj=arms", "lay_down give_up hand_over decommission dismantle surrender lay turn_in"),
    ("RETREAT", "ceasefire", "obj=ASSAULT", "end halt stop suspend cease call_off"),
    ("RETREAT", "ceasefire", "what=ASSAULT", "stop cease halt"),
    (
        "CONCEDE",
        None,
        "",
        "resign step_down step_aside abdicate give_in cave_in back_down acquiesce capitulate concede",
    ),
    ("CONCEDE", None, "obj=power", "relinquish cede quit leave give_up"),
    ("CONCEDE", None, "to=REQUEST|pressure|protester", "yield bow accede"),
    ("CONCEDE", None, "obj=rights", "grant restore give"),
    ("CONCEDE", None, "obj=party", "legalize legalise legalize unban"),
    ("CONCEDE", None, "obj=people|leaders|rules", "reinstate"),
    ("CONCEDE", None, "", "compromise"),
)

_TALKING: tuple[Row, ...] = (
    (None, None, "with|by=ASSAULT|COERCE|force|resistance|criticism|silence|outrage|anger", "meet"),
    (None, None, "obj=no_meeting", "meet"),
    ("SUPPORT", None, "obj=deal", "sign ratify initial"),
    (
        "SUPPORT",
        None,
        "obj=ties",
        "restore resume renew establish re-establish reestablish normalize normalise strengthen",
    ),
    ("SUPPORT", None, "obj=ties", "improve upgrade cement forge boost deepen expand reinforce mend repair rebuild"),
    (
        "SUPPORT",
        None,
        "obj=friendship|alliance|solidarity|support|sympathy|condolence|ambassador|commitment",
        "reaffirm reassert renew express voice offer exchange reiterate declare",
    ),
    ("SUPPORT", None, "obj=embassy", "reopen open re-open"),
    ("CONSULT", None, "", "meet negotiate confer consult mediate broker parley"),
    ("CONSULT", None, "", "discuss"),
    ("CONSULT", "phone", "obj=leaders|country", "telephone phone"),
    ("CONSULT", None, "with|together", "sit_down sit"),
    ("CONSULT", None, "obj=talks", "facilitate broker mediate chair lead"),
    ("CONSULT", "visit", "obj=delegation|envoy|mediator|negotiator", "send dispatch"),
    ("CONSULT", "visit", "", "tour"),
    ("CONSULT", None, "with|to !that", "talk"),
    ("CONSULT", "phone", "by|over=phone", "speak talk"),
    ("CONSULT", None, "with=leaders|country", "speak"),
    ("CONSULT", "visit", "", "visit"),
    ("CONSULT", "visit", "obj=visit", "pay make begin start end complete conclude finish continue"),
    ("CONSULT", "visit", "obj=leaders", "host receive welcome greet"),
    ("CONSULT", "visit", "on|for=visit|talks", "arrive travel leave fly go come be depart head"),
    ("CONSULT", "visit", "subj=leaders", "arrive travel fly"),
    (
        "CONSULT",
        None,
        "obj=talks",
        "attend host hold join convene conduct resume start begin continue open open_up have",
    ),
    ("CONSULT", None, "obj=views", "exchange"),
    ("CONSULT", None, "with|in=talks", "engage participate take_part"),
    ("AGREE", None, "what=COERCE|SANCTION|ASSAULT !what=RETREAT", "agree"),
    ("AGREE", None, "", "agree consent"),
    ("AGREE", None, "obj=plan", "accept approve adopt"),
    ("THREATEN", None, "what=ASSAULT|COERCE|SANCTION|PROTEST|MOBILIZE|HOSTILE", "vow pledge promise swear warn"),
    ("THREATEN", None, "obj=harm", "vow swear promise"),
    (None, None, "obj=victory|success", "pledge promise vow"),
    ("AGREE", None, "", "pledge promise"),
    ("AGREE", None, "clause|obj", "vow undertake"),
    ("AGREE", None, "to", "commit"),
    ("AGREE", None, "clause=CONSULT|AID|RETREAT|CONCEDE|COOPERATE|SUPPORT|AGREE", "offer"),
    ("AGREE", None, "obj=CONSULT|aid|truce|amnesty|RETREAT", "offer"),
    ("COOPERATE", None, "", "cooperate co-operate collaborate join_forces team_up"),
    ("COOPERATE", None, "with|obj=ASSAULT|effort", "coordinate"),
    ("COOPERATE", None, "obj=secrets with", "share exchange"),
    ("COOPERATE", None, "obj=joint", "conduct hold stage begin carry_out launch"),
    ("COOPERATE", None, "", "work_together"),
    ("COOPERATE", None, "to", "extradite"),
    ("AID", None, "obj=aid !obj=arms", "drop"),
    (
        "AID",
        None,
        "obj=aid",
        """send provide deliver supply give donate airlift ship distribute extend grant contribute allocate airdrop
        bring offer channel approve lend hand_out""",
    ),
    ("AID", None, "obj=keepers", "send deploy dispatch"),
    ("AID", None, "", "donate airlift bankroll rearm"),
    ("AID", None, "obj=somebody|fighters|people", "arm train equip fund finance assist"),
    ("AID", None, "obj=amount to|for", "give provide lend grant send"),
    ("AID", None, "obj to", "contribute donate"),
    ("AID", None, "obj=aid|amount from", "receive get accept obtain"),
    ("AID", None, "obj=refugees", "host shelter take_in accept grant resettle give"),
)

_DEMANDING: tuple[Row, ...] = (
    (None, None, "obj=anonymity|attention", "demand request"),
    ("REQUEST", None, "", "demand urge request implore beseech solicit exhort entreat petition"),
    ("REQUEST", None, "for|on|upon", "call appeal plead beg press push lobby campaign"),
    ("REQUEST", None, "for", "ask"),
    ("REQUEST", None, "clause", "ask call appeal beg press order instruct command pressure"),
    ("AGREE", None, "clause=CONSULT|AID|RETREAT|CONCEDE|COOPERATE|SUPPORT|AGREE !that", "propose"),
    ("REQUEST", None, "that|obj=CONSULT|AGREE|RETREAT|AID|CONCEDE|plan", "propose recommend advocate"),
    ("REQUEST", None, "that|clause|on=REQUEST|RETREAT|CONCEDE", "insist"),
    ("REQUEST", None, "obj=RETREAT|CONCEDE|investigation", "order seek"),
    ("REQUEST", "assist", "obj=aid|asylum", "seek"),
    ("REJECT", None, "obj=permission", "deny"),
    ("REJECT", None, "obj=pressure|call|REQUEST|demand", "resist ignore disregard"),
    ("REJECT", None, "to|at", "object balk"),
    ("REJECT", "yield", "obj=resolution", "block"),
    ("REJECT", "yield", "", "veto defy flout"),
    ("REJECT", None, "", "reject refuse rebuff turn_down spurn snub shun rule_out"),
    ("REJECT", None, "obj=plan|thing_said|call|REQUEST|ACCUSE", "dismiss decline"),
    ("REJECT", None, "obj", "oppose"),
    ("REJECT", None, "clause", "decline"),
    (None, None, "obj=life|stability|livelihood", "threaten"),
    ("THREATEN", None, "of|with=consequence|retaliation|reprisal|revenge|punishment|response", "warn"),
    ("THREATEN", None, "", "threaten"),
    ("ACCUSE", "allege", "", "accuse blame allege sue"),
    (
        "ACCUSE",
        "disapprove",
        "",
        """condemn denounce criticize criticise slam decry deplore lambast lambaste castigate rebuke censure reprimand
        chide deride assail fault convict berate reprove upbraid chastise scold vilify lampoon disparage mock
        ridicule""",
    ),
    ("ACCUSE", "allege", "that", "charge"),
    ("ACCUSE", "disapprove", "obj=outrage|dismay|anger|concern|indignation|displeasure", "express voice"),
    ("ACCUSE", "disapprove", "obj=leaders|government|country", "blast rap"),
    ("ACCUSE", "disapprove", "of", "disapprove"),
    ("ACCUSE", "disapprove", "at|against", "lash_out hit_out rail"),
    ("ACCUSE", "allege", "to|about|of", "complain"),
    ("ACCUSE", "allege", "obj=ACCUSE", "file lodge bring level"),
    ("ACCUSE", "disapprove", "obj=envoys", "summon"),
    ("ACCUSE", "investigate", "", "investigate probe"),
    ("AID", None, "subj=forces|planes|ASSAULT", "back support"),
    ("AID", None, "with=arms|aid|forces", "back support"),
    (
        "SUPPORT",
        None,
        "",
        """praise endorse hail laud commend congratulate apologize apologise forgive applaud thank salute back""",
    ),
    ("SUPPORT", None, "with|to|for", "side pay_tribute vouch"),
    ("SUPPORT", None, "of=plan|deal|decision", "approve"),
    ("SUPPORT", None, "obj", "support welcome"),
    ("SUPPORT", None, "obj=independence|statehood|state|government|republic|council", "recognize recognise"),
    ("SUPPORT", None, "obj=decision|ally|action|policy|ASSAULT|COERCE", "defend"),
    ("PROTEST", "boycott", "obj", "boycott"),
    ("MOBILIZE", "troops", "", "deploy mobilize mobilise redeploy"),
    (
        "MOBILIZE",
        "troops",
        "obj=forces !obj=aid",
        "send dispatch move mass amass reinforce rush station concentrate call_up send_in put station bring_in",
    ),
    ("MOBILIZE", "troops", "obj=alert|presence|patrol", "raise increase boost beef_up strengthen step_up reinforce"),
    ("MOBILIZE", "troops", "obj=forces|people|reservist", "conscript"),
    ("MOBILIZE", "troops", "subj|obj=forces", "mass build_up"),
    ("MOBILIZE", "troops", "obj|subj=forces on=alert", "put place be go"),
    ("MOBILIZE", "troops", "obj=shells", "test test-fire test-launch parade"),
)

VERBS: tuple[Row, ...] = (*_NOT_VIOLENT, *_PROTESTING, *_FIGHTING, *_FORCING, *_GIVING_WAY, *_TALKING, *_DEMANDING)

#: Verbs that say little more than that what their object names is done ("carried out an attack", "held talks").
LIGHT = frozenset(
    """carry_out conduct launch stage mount hold make reach conclude declare announce begin start resume continue
    undertake perform commit issue express voice give open escalate intensify step_up plan have execute wage stage
    renew deliver pay take_part face suffer sustain witness lodge file reiterate repeat order implement""".split()
)

#: Verbs that say little more than that what their subject names takes place ("clashes broke out").
HAPPENING = frozenset(
    """take_place occur happen erupt break_out intensify continue rage begin start resume come follow escalate ensue
    flare flare_up go_on unfold end last""".split()
)

#: Hostile acts by verbs that tell no event on their own, for what is vowed or threatened with.
HOSTILE = frozenset(
    """avenge punish crush destroy respond retaliate eliminate eradicate defeat fight resist continue strike hit
    liberate annihilate wipe_out hunt_down act revenge defend retake boycott pursue topple overthrow""".split()
)
