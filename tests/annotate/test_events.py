"""Which event a word tells: sentences of many conflicts and of peaceful politics, none of them from a corpus."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from counterclaim.annotate.events import Lookup
from counterclaim.models.parser import load


def _word(sentence: str, word: str) -> Token:
    doc = load(_as_it_is)(sentence)
    return next(token for token in doc if token.text == word)


def _as_it_is(doc: object) -> object:
    return doc


#: (sentence, the word that may tell an event, the event or nothing)
CASES = [
    # Violence
    ("Gunmen attacked a police post in northern Mali on Monday.", "attacked", "ASSAULT"),
    ("The army shelled the port of Hodeidah overnight.", "shelled", "ASSAULT:heavy-weapons"),
    ("Warplanes bombed a bridge across the Dnieper.", "bombed", "ASSAULT:heavy-weapons"),
    ("A suicide bomber killed 12 people in Mogadishu.", "killed", "ASSAULT:suicide-attack"),
    ("Three farmers were shot dead near the village.", "shot", "ASSAULT:firearms"),
    ("Police opened fire on the demonstrators in Yangon.", "opened", "ASSAULT:firearms"),
    ("The militia abducted four aid workers in Ituri.", "abducted", "ASSAULT:abduct"),
    ("Rebels took 20 villagers hostage.", "took", "ASSAULT:abduct"),
    ("Two prisoners were tortured by the guards.", "tortured", "ASSAULT:torture"),
    ("A roadside bomb exploded near the convoy.", "exploded", "ASSAULT:explosives"),
    ("The minister was assassinated outside his home.", "assassinated", "ASSAULT:assassinate"),
    ("Rockets fell on the outskirts of Goma.", "fell", "ASSAULT:heavy-weapons"),
    ("Azerbaijani drones struck a column of trucks.", "struck", "ASSAULT:heavy-weapons"),
    ("The shelling of the town by separatists went on for hours.", "shelling", "ASSAULT:heavy-weapons"),
    ("Five soldiers died in clashes with insurgents.", "died", "ASSAULT"),
    ("Villagers fear a new offensive by the junta.", "offensive", "ASSAULT"),
    ("The army violated the truce twice on Friday.", "violated", "ASSAULT"),
    ("Police dispersed the protesters with tear gas.", "dispersed", "ASSAULT"),
    ("The massacre of villagers in Bucha shocked Europe.", "massacre", "ASSAULT:massacre"),
    ("Inspectors confirmed the use of chemical weapons in the trenches.", "use", "ASSAULT:unconventional"),
    # What nobody did
    ("A fire in a warehouse in Oslo killed three workers.", "killed", None),
    ("Rebel fire killed three workers.", "killed", "ASSAULT"),
    ("The collapse of a mine killed nine people.", "killed", None),
    ("Soldiers were sent to break the strike of the dockers.", "strike", "PROTEST:boycott"),
    # Force short of violence
    ("Rebels seized the town of Bunagana.", "seized", "COERCE:seize"),
    ("Customs officers seized weapons hidden in a container.", "seized", "COERCE:seize"),
    ("The town of Bakhmut fell to Russian forces.", "fell", "COERCE:seize"),
    ("Troops took control of the airport in Khartoum.", "took", "COERCE:seize"),
    ("Police arrested two journalists in Caracas.", "arrested", "COERCE:arrest"),
    ("The opposition leader was jailed for nine years.", "jailed", "COERCE:arrest"),
    ("Serb forces besieged Sarajevo for almost four years.", "besieged", "COERCE:restrict"),
    ("The Security Council imposed an arms embargo on Liberia.", "imposed", "COERCE:restrict"),
    ("The governor imposed a curfew in the capital.", "imposed", "COERCE:curfew"),
    ("The president declared a state of emergency after the coup.", "declared", "COERCE:martial-law"),
    ("The junta banned the largest opposition party.", "banned", "COERCE:ban"),
    ("Pakistan deported hundreds of Afghans.", "deported", "COERCE:deport"),
    ("The siege of Leningrad lasted 872 days.", "siege", "COERCE:restrict"),
    # Relations reduced
    ("Colombia broke off diplomatic relations with Venezuela.", "broke", "SANCTION:withdraw"),
    ("Poland expelled 45 Russian diplomats.", "expelled", "SANCTION:expel"),
    ("Morocco recalled its ambassador from Berlin.", "recalled", "SANCTION:withdraw"),
    ("Germany suspended aid to Burkina Faso.", "suspended", "SANCTION:discontinue"),
    ("The rebels suspended talks with the government.", "suspended", "SANCTION:withdraw"),
    ("The delegation walked out of the talks.", "walked", "SANCTION:withdraw"),
    # Giving way
    ("Eritrean troops withdrew from the town of Shire.", "withdrew", "RETREAT:withdraw"),
    ("Both armies declared a ceasefire on Sunday.", "ceasefire", "RETREAT:ceasefire"),
    ("The FARC released three hostages in the jungle.", "released", "RETREAT:release"),
    ("The fighters laid down their arms.", "laid", "RETREAT:disarm"),
    ("Washington lifted sanctions on the mining firm.", "lifted", "RETREAT:ease"),
    ("The army lifted the blockade of Tigray.", "lifted", "RETREAT:withdraw"),
    ("Armenia allowed inspectors into the plant.", "allowed", "RETREAT:access"),
    ("The ministry released a statement on Tuesday.", "released", None),
    ("The prime minister of Sri Lanka resigned after weeks of unrest.", "resigned", "CONCEDE"),
    ("The government granted autonomy to the island.", "granted", "CONCEDE"),
    # Talk
    ("The two presidents met in Geneva.", "met", "CONSULT"),
    ("The plan met the demands of farmers.", "met", None),
    ("The chancellor visited Ankara on Thursday.", "visited", "CONSULT:visit"),
    ("The foreign minister arrived in Hanoi on a three-day visit.", "arrived", "CONSULT:visit"),
    ("Peace talks between the two sides resumed in Doha.", "talks", "CONSULT"),
    ("The minister told a press conference that he was pleased.", "conference", None),
    ("The leaders spoke by phone about the border.", "spoke", "CONSULT:phone"),
    # Support and agreement
    ("Saudi Arabia restored diplomatic ties with Iran.", "restored", "SUPPORT"),
    ("Norway recognised the state of Palestine.", "recognised", "SUPPORT"),
    ("The pope praised the peace efforts in Colombia.", "praised", "SUPPORT"),
    ("Japan apologised to the families.", "apologised", "SUPPORT"),
    ("Greece and North Macedonia signed an agreement on the name.", "signed", "SUPPORT"),
    ("The two governments agreed to exchange prisoners.", "agreed", "AGREE"),
    ("Canada pledged 20 million dollars to the fund.", "pledged", "AGREE"),
    ("The parties reached a deal after a long night.", "deal", "AGREE"),
    ("Kenya and Uganda cooperate on the new railway.", "cooperate", "COOPERATE"),
    ("Sweden sent blankets and tents to Turkey.", "sent", "AID"),
    ("The Red Cross delivered food to the camps.", "delivered", "AID"),
    ("Britain armed and trained the Kurdish fighters.", "trained", "AID"),
    # Demands, refusals, threats, blame
    ("Ethiopia demanded the release of its soldiers.", "demanded", "REQUEST:yield"),
    ("The union called for new elections.", "called", "REQUEST:change"),
    ("The envoy urged both sides to resume negotiations.", "urged", "REQUEST:meet"),
    ("Hungary refused to send weapons.", "refused", "REJECT:assist"),
    ("Russia vetoed the resolution.", "vetoed", "REJECT:yield"),
    ("Cyprus rejected the proposal.", "rejected", "REJECT"),
    ("The colonel vowed to attack the capital.", "vowed", "THREATEN:violence"),
    ("North Korea threatened to strike the base.", "threatened", "THREATEN:violence"),
    ("The cartel threatened an uprising.", "threatened", "THREATEN"),
    ("The drought threatened the lives of thousands.", "threatened", None),
    ("Sudan accused its neighbour of arming the rebels.", "accused", "ACCUSE:allege"),
    ("Brazil condemned the coup in Honduras.", "condemned", "ACCUSE:disapprove"),
    ("Prosecutors are investigating the killing.", "investigating", "ACCUSE:investigate"),
    # Protest and show of force
    ("Thousands demonstrated in Santiago against the reform.", "demonstrated", "PROTEST:demo"),
    ("Dock workers went on strike in Liverpool.", "strike", "PROTEST:boycott"),
    ("The strike by nurses is in its fourth day.", "strike", "PROTEST:boycott"),
    ("The union held out for a week. The strike ended when the union gave in.", "strike", "PROTEST:boycott"),
    ("A walkout emptied the yards and the strike was suspended.", "suspended", None),
    ("The strike killed four people near the depot.", "strike", "ASSAULT"),
    ("Four helicopters took part in the rescue.", "took", None),
    ("The coast guard called off the search for survivors.", "called", None),
    ("The prisoners began a hunger strike.", "strike", "PROTEST:hunger"),
    ("Students boycotted their classes.", "boycotted", "PROTEST:boycott"),
    ("Crowds rioted in Port-au-Prince.", "rioted", "PROTEST:riot"),
    ("Russia massed troops along the border with Ukraine.", "massed", "MOBILIZE:troops"),
    ("India deployed warships in the Arabian Sea.", "deployed", "MOBILIZE:troops"),
    # Words of events that tell none here
    ("The storm killed 14 people in Madagascar.", "killed", None),
    ("Four hikers were killed in an avalanche.", "killed", None),
    ("Health workers fought the outbreak in Kinshasa.", "fought", None),
    ("Any incursion would be met with force.", "met", None),
    ("Farmers blocked the road into Brussels with tractors.", "blocked", "PROTEST:obstruct"),
    ("Police cordoned off the road to the parliament.", "cordoned", "COERCE:restrict"),
    ("The striker shot two goals.", "shot", None),
    ("The company fired its chairman.", "fired", None),
    ("According to the ministry, exports rose.", "According", None),
    ("The bank executed the plan within a year.", "executed", None),
    ("The team won the match in March.", "March", None),
    ("The campaign targets young voters.", "targets", None),
    ("He released a new album.", "released", None),
    ("She opened a bakery in Lyon.", "opened", None),
    ("The director shot the film in Prague.", "shot", None),
    ("Farmers withdrew their complaint.", "withdrew", None),
    ("The report calls the figures wrong.", "calls", None),
]


@pytest.mark.parametrize(("sentence", "word", "event"), CASES)
def test_event_of_a_word(sentence: str, word: str, event: str | None) -> None:
    found = Lookup().event_of(_word(sentence, word))
    assert (str(found) if found else None) == event
