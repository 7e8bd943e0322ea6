"""General English words that tell what a name is, and what somebody's office is."""

from __future__ import annotations

#: Head nouns of an office or calling that stands before a name or for its bearer.
OFFICES = frozenset(
    """president premier minister chancellor secretary king queen prince princess emir sultan sheikh ayatollah pope
    general colonel major captain lieutenant brigadier marshal admiral commander commissioner chief head
    director leader chairman chairwoman chairperson chair co-chair governor mayor senator congressman
    congresswoman lawmaker deputy ambassador envoy mediator negotiator representative diplomat spokesman
    spokeswoman spokesperson official officer adviser advisor judge prosecutor attorney lawyer professor doctor
    dr mr mrs ms miss sir activist journalist reporter correspondent analyst expert historian researcher
    coordinator founder candidate nominee vice-president secretary-general rebel militant fighter soldier pilot
    bishop archbishop patriarch rabbi imam cleric mufti nurse medic resident commodore inspector superintendent
    sergeant corporal constable commandant executive manager editor skipper""".split()
)
#: How somebody is addressed, or what they work as, before a whole name at the head of a sentence; no part of the name.
CALLINGS = frozenset(
    """brother sister father mother comrade citizen reverend canon deacon friar abbot curate vicar pastor chaplain
    warden mate bosun deckhand docker chemist pharmacist plumber carpenter farmer fisherman shepherd baker butcher
    trader shopkeeper teacher driver electrician mechanic miner tailor barber gardener salesman waiter waitress
    stallholder seamstress stewardess steward firefighter fireman paramedic surgeon pathologist coroner alderman
    magistrate notary porter caretaker janitor watchman ferryman boatman councillor councilor""".split()
)
_SHORT_OFFICES = {
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "brig": "brigadier",
    "adm": "admiral",
    "cmdr": "commander",
    "sgt": "sergeant",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "amb": "ambassador",
    "prof": "professor",
}
#: Words that stand before an office noun as part of it.
OFFICE_PARTS = frozenset(
    """prime vice deputy foreign defence defense interior finance justice information health energy culture assistant
    acting former late state press general first second senior chief attorney special lieutenant major brigadier
    opposition military army transport trade labour labor education environment agriculture industry oil economy
    economic tourism water electricity home social security planning development housing
    fisheries mines police fire executive emergency communications telecommunications""".split()
)
#: Offices whose bearer speaks for a state when that state stands before them.
STATE_OFFICES = frozenset(
    "president premier minister chancellor king queen emir sultan secretary ambassador envoy spokesman "
    "spokeswoman spokesperson".split()
)
ORGANIZATION_WORDS = frozenset(
    """ministry army front council agency observatory group party university organisation organization nations union
    forces force defence defense watch court parliament congress senate committee commission coalition brigade
    brigades battalion division corps police guard guards movement network centre center institute association
    foundation fund bank company corporation times post news press radio television tv channel office department
    bureau service services authority administration federation league alliance militia crescent cross amnesty
    observers mission command legion bloc society staff""".split()
)
#: Last words of a company's name, which the short one leaves off.
COMPANY_WORDS = frozenset(
    """ferries airlines airways air lines line shipping oil gas petroleum energy power mining mines steel cement telecom
    motors holdings industries logistics systems technologies foods pharmaceuticals insurance construction wire
    railways copper gold timber sugar cotton tobacco chemicals electronics resources minerals""".split()
)
#: The letters by which the law knows a company, behind its name.
COMPANY_LETTERS = frozenset("plc ltd inc llc corp gmbh ag nv limited".split())
#: What ships are called.
VESSELS = frozenset(
    """ferry ship vessel cutter boat steamer liner freighter tanker trawler frigate destroyer corvette cruiser warship
    gunboat lifeboat minesweeper submarine yacht tug tugboat schooner carrier barge dinghy flotilla""".split()
)
#: The letters before a ship's name.
SHIP_LETTERS = frozenset("MV MS SS HMS USS RMS M/V S/V".split())
#: Where a text lost its commas these stick to names ("on Monday ABC said").
WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
PLACE_WORDS = frozenset(
    """province city district town region neighbourhood neighborhood village governorate area suburb suburbs
    countryside airport airbase base camp road highway valley mountains mountain hills hill river sea square street
    bridge border crossing peninsula island islands county state republic enclave exclave""".split()
)
#: Prepositions after which a name is where something is.
LOCATIVE = frozenset("in at near around outside inside across through throughout into towards toward on".split())
FORCES = frozenset(
    """army forces force troops soldiers military fighters militants rebels warplanes jets aircraft helicopters
    planes artillery units unit servicemen militia police gunmen insurgents terrorists jihadists commandos
    peacekeepers navy government regime authorities opposition side administration leadership parliament
    ministry delegation""".split()
)
#: Nouns by which a report calls a body that it names elsewhere.
BODY_NOUNS = frozenset(
    """group organization organisation ngo watchdog monitor observatory agency network charity body broadcaster channel
    newspaper outlet station coalition alliance bloc movement militia faction television tv website""".split()
)
#: Words for a body that watches and counts; a description with one of them is rarely of anybody else.
WATCHERS = frozenset("monitor monitoring monitors watchdog ngo rights observatory".split())
WATCHING_NAMES = frozenset("observatory watch rights monitor monitoring documentation amnesty".split())
MEDIA_WORDS = frozenset(
    """agency news press radio television tv channel network newspaper post times broadcaster station outlet
    website""".split()
)
BROADCASTERS = frozenset({"television", "tv", "broadcaster", "channel"})
STATE_WORDS = frozenset(
    """ministry army government police court parliament congress senate guard guards command department bureau office
    military administration regime nations forces force council navy authorities""".split()
)
ARMED_WORDS = frozenset(
    "front army brigade brigades battalion division corps militia legion movement party forces faction state".split()
)
#: Words before such a noun that tell its kind or seat and no more.
KIND_WORDS = frozenset(
    """the this that monitor monitoring observer war human rights activist advocacy aid humanitarian news media state
    official based""".split()
)
SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson".split())
#: Texts through which a body speaks.
DOCUMENTS = frozenset("""statement report communique communiqué document letter release toll tally count""".split())
#: Verbs that report words.
REPORTING = frozenset(
    """say tell add report announce state claim confirm deny note warn stress declare affirm explain condemn accuse
    estimate""".split()
)


def office_of(word: str) -> str:
    """The office that a word in lower case is or shortens ("gen." is "general"), or ""."""
    bare = word.rstrip(".")
    return bare if bare in OFFICES else _SHORT_OFFICES.get(bare, "")
