"""The classes of words by which reports tell the plain facts of violence: the means, what is hit, who suffers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from counterclaim.link.sought import Sought

#: Means by what they are called in a sentence, the most specific first. Those that say only how it came are generic.
_MEANS = {
    "a suicide car bombing": r"suicide (?:car|truck|vehicle) bomb\w*|suicide (?:attacker|bomber)\b.{0,60}\b"
    r"(?:car|truck|vehicle|van|lorry)\b|(?:car|truck|vehicle|van|lorry)\b.{0,60}\bsuicide (?:attacker|bomber)",
    "a suicide bombing": r"suicide (?:bomb\w*|attack\w*|belt|vest|blast)|bl(?:ew|own|owing) (?:himself|herself|"
    r"themselves|itself) up|explosive (?:belt|vest)",
    "a car bomb": r"(?:car|truck|vehicle|van|lorry|motorcycle)[ -](?:borne )?bomb\w*|vehicle-borne|booby-?trapped "
    r"(?:car|truck|vehicle)|explosives?[ -](?:laden|packed) (?:car|truck|vehicle)|(?:car|truck) (?:exploded|blew up)",
    "barrel bombs": r"barrel bomb\w*|explosive barrels?|barrels? (?:of|containing|filled|packed)",
    "chlorine": r"chlorine",
    "sarin": r"sarin|nerve (?:agent|gas)",
    "mustard gas": r"mustard (?:gas|agent)",
    "poison gas": r"(?:poison|toxic|chemical|nerve)(?:ous)? (?:gas\w*|weapons?|attack|agents?|substances?)|gas attack",
    "incendiary weapons": r"incendiary|napalm|(?:white )?phosphorus|thermite",
    "cluster bombs": r"cluster (?:bombs?|munitions?|bomblets?)",
    "a drone": r"drones?|unmanned (?:aerial|aircraft)|UAVs?|quadcopters?",
    "a mine": r"land ?mines?|(?:roadside|improvised|planted) (?:bombs?|explosives?|explosive devices?)|IEDs?",
    "an ambush": r"ambush\w*",
    "missiles": r"missiles?",
    "rockets": r"rockets?|katyushas?|grads?",
    "mortar fire": r"mortars?",
    "artillery fire": r"artillery|howitzers?|shell(?:s|ed|ing)|tank (?:fire|shells?|rounds?)|cannon",
    "an air strike": r"air ?-?(?:strikes?|raids?|attacks?|bombardment)|warplanes?|fighter jets?|jets|bombers|aerial|"
    r"air force|helicopters? (?:dropped|fired|struck|attack)",
    "an explosion": r"explosions?|blasts?|exploded|detonat\w+|bombings?",
    "gunfire": r"gun ?(?:fire|men|man|battle|fight)s?|shot dead|opened fire|shootings?|snipers?|machine[ -]guns?",
    "fighting": r"clash\w*|fighting|battles?|fire ?fights?|offensive|assault",
}
MEANS: Mapping[str, Sought] = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _MEANS.items()}
#: What is let out and hits no building.
GASES = frozenset({"chlorine", "sarin", "mustard gas", "poison gas"})
#: Means that most violence has: sharing them says little.
GENERIC = frozenset({"an air strike", "an explosion", "artillery fire", "gunfire", "fighting", "missiles", "rockets"})
#: What is hit, by the noun it is shown as.
_TARGETS = {
    "a market": r"markets?|marketplaces?|bazaars?|souqs?|souks?",
    "a hospital": r"(?<!\bto )(?<!\bin )(?<!\bfrom )(?<!\bto the )(?<!\bin the )(?<!\bto a )(?<!\bin a )"
    r"(?<!\bat the )(?:field )?hospitals?|"
    r"clinics?|medical (?:cent\w+|points?|facilit\w+)|maternity",
    "a school": r"schools?|kindergartens?|universit(?:y|ies)|college|classrooms?",
    "a mosque": r"mosques?",
    "a church": r"church(?:es)?|cathedrals?|monaster(?:y|ies)|temples?|synagogues?|shrines?",
    "a bus": r"(?:mini)?bus(?:es)?|trolleybus(?:es)?|coach(?:es)?",
    "a train": r"trains?|rail(?:way)? stations?|tram(?:s|way)?|metro",
    "a convoy": r"convoys?",
    "a camp": r"(?:refugee |training |displacement )?camps?",
    "a bridge": r"bridges?",
    "a base": r"(?:air ?|military |naval )bases?|barracks|garrison|air ?fields?",
    "an airport": r"airports?",
    "a checkpoint": r"check-?points?|roadblocks?|outposts?",
    "a wedding": r"weddings?",
    "a funeral": r"funerals?|mourn(?:ing|ers?)|condolence|wake",
    "a border crossing": r"(?:border )?crossings?|border (?:post|gate)",
    "a power station": r"power (?:stations?|plants?|lines?|grid)|substations?|electricity",
    "a depot": r"(?:ammunition |arms |weapons |fuel |oil )?depots?|warehouses?|dumps?|arsenals?|stockpiles?",
    "a refinery": r"refiner(?:y|ies)|oil (?:field|facility|wells?|terminal)s?|gas (?:field|plant)s?|pipelines?",
    "a factory": r"factor(?:y|ies)|plants?|mills?|mines?(?= (?:shaft|workers))",
    "headquarters": r"headquarters|command (?:post|cent\w+)|offices?",
    "an embassy": r"embass(?:y|ies)|consulates?",
    "a hotel": r"hotels?|restaurants?|caf[eé]s?|cinema|theat(?:re|er)s?",
    "a bakery": r"baker(?:y|ies)|bread (?:line|queue)",
    "a prison": r"prisons?|jails?|detention (?:cent\w+|facilit\w+)",
    "a police station": r"police (?:stations?|posts?|headquarters)",
    "a ship": r"ships?|vessels?|tankers?|ferr(?:y|ies)|boats?|rafts?|frigates?|corvettes?",
    "a port": r"ports?|harbou?rs?|docks?",
    "an ambulance": r"ambulances?|rescue (?:workers?|teams?|cent\w+)|civil defence (?:cent\w+)",
    "water works": r"water (?:wells?|tanks?|works|station|pipe\w*|tower|supply)|wells",
    "a dam": r"dams?",
    "homes": r"homes?|houses?|apartments?|residential|flats?|dwellings?|tower block",
    "shops": r"shops?|stores?|malls?|supermarkets?",
    "a tent": r"tents?",
    "a village": r"villages?|hamlets?",
}
TARGETS: Mapping[str, Sought] = {name: Sought(rf"\b(?:{words})\b", re.I) for name, words in _TARGETS.items()}
#: What stands in most news of violence.
ANYWHERE = frozenset({"homes", "a village", "headquarters", "shops", "a tent", "a factory"})
#: Who suffers, by what they are shown as.
_VICTIMS = {
    "children": r"child(?:ren)?|schoolchildren|infants?|babies|baby|toddlers?|minors|boys?|girls?|newborns?|"
    r"\d+-year-old (?:boy|girl|child)|pupils?|teenagers?",
    "women": r"wom[ae]n|mothers?|pregnant|nuns?",
    "medical workers": r"medics?|doctors?|nurses?|paramedics?|medical (?:staff|workers?|personnel)|surgeons?|dentist|"
    r"pharmacist",
    "rescuers": r"rescuers?|rescue workers?|first responders?|firefighters?|firem[ae]n|white helmets",
    "journalists": r"journalists?|reporters?|camera ?m[ae]n|photographers?|media (?:workers?|activists?)|broadcasters?|"
    r"employees of (?:a|the) (?:television|tv|radio)|presenters?|film crew",
    "aid workers": r"aid workers?|humanitarian workers?|volunteers?|red (?:cross|crescent) (?:staff|workers?|\w+)",
    "old people": r"elderly|old (?:people|m[ae]n|wom[ae]n)|pensioners?",
    "pilgrims": r"pilgrims?|worshipp?ers?",
    "police": r"police ?(?:m[ae]n|officers?)|gendarmes?",
    "passengers": r"passengers?|commuters?|drivers?",
    "students": r"students?|teachers?",
    "members of one family": r"(?:members of (?:a|the same|one|a single) family)|one family|same family|whole family",
    "foreigners": r"foreigners?|tourists?|expatriates?",
    "a commander": r"commanders?|generals?|warlord|(?:senior|top|high-ranking) (?:leaders?|officers?|commanders?)",
    "displaced people": r"displaced (?:people|persons?|families|civilians)|refugees?|evacuees",
    "peacekeepers": r"peace ?keepers?|blue helmets|monitors?(?= (?:was|were|killed|wounded))",
    "miners": r"miners?|workers(?= (?:was|were|killed|of))",
}
VICTIMS: Mapping[str, Sought] = {name: Sought(rf"(?<!no )\b(?:{words})\b", re.I) for name, words in _VICTIMS.items()}
#: Words of harm to persons.
HARM = Sought(
    r"\b(?:kill\w*|dead|died?|dies|dying|deaths?|victims?|casualt\w+|wound\w*|injur\w*|martyr\w*|massacre\w*|execut\w*|"
    r"slain|maim\w*|lives|lost (?:his|her|their) li\w+|hurt|burn(?:ed|t|s)|suffocat\w*|bodies|fatalit\w+|perished)\b",
    re.I,
)
CLAIMED = Sought(
    r"\b(?:(?:claim|assum|accept|took|taken|take|admit)\w* (?:full |the )?(?:responsibility|credit)"
    r"|claim(?:ed|s|ing) (?:to have |that it |the |a |an |it )(?:\w+ ){0,2}(?:attack|bombing|blast|assault|strike|"
    r"killing|explosion|shelling|raid|operation|carried out))",
    re.I,
)


def told_in(classes: Mapping[str, Sought], words: str) -> frozenset[str]:
    """The names of the classes that have a word among these words."""
    return frozenset(name for name, pattern in classes.items() if pattern.search(words))


#: Places whose names go with an article.
_THE = re.compile(r"(?:River|Heights|Mountains|Hills|Sea|Valley|Desert|Gulf|Peninsula|Strip|Bank|Islands)$")


def set_in(place: str) -> str:
    """Where something was, in a sentence: " in Riga", " in the Golan Heights"."""
    return f" in {'the ' if _THE.search(place) and not place.lower().startswith('the ') else ''}{place}"
