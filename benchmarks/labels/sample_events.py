"""Draw the words whose events are labelled in `events.jsonl`.

    python benchmarks/labels/sample_events.py REPORTS.jsonl [--count 119]

prints one word a line, in the order of the draw: report id, start and end in the report's `text` (Unicode code
points, end exclusive), and which list it comes from: one of the three below, or "denied" for a word of violence with a
negation or denial before it. The words themselves are not printed, so that the output may be kept beside the labels.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

PER_REPORT = 2
PER_WORD = 2

#: Beginnings of words. Drawn freely, nearly every event of these reports would be an assault, so each list has its own
#: share of the draw.
LISTS = {
    "violence": """
        kill attack airstrike strike striking struck bomb bombing shell raid assault fire fight fought clash battle
        battl bombard target hit hitting wound injur destroy execut massacre murder beat behead abduct kidnap tortur
        assassinat ambush explosion explod blast detonat shot shoot gas offensive pound violat drop
    """,
    "other": """
        agree agreement accept pledg vow promis deal truce ceasefire talk met meet visit negotiat negotiation discuss
        mediat summit conference telephon support prais endors welcom defend recogni broker signed signing apolog
        cooperat cooperation coordinat coordination joined joining aid help provid deliver delivery evacuat evacuation
        rescued arming train sending sent resign allow lift ease easing withdr withdraw withdrew withdrawal releas freed
        surrender pull retreat return paus investigat investigation inquiry inquiries inspect inspectors call urg demand
        ask request appeal accus blam condemn condemnation denounc critici alleg slam reject refus refusal denied denies
        denial veto vetoed dismiss oppos threat threaten warn protest demonstration demonstrat ralli riot uprising
        revolt boycott deploy deployment mobili reinforcement sanction expel suspend sever arrest detain siege besieg
        seiz captur blockad confiscat banned impos imprison occup occupation occupied crackdown curfew forced forcing
        displac reconciliation repression
    """,
    "general": """
        said told reported added showed began continued known died living fell found appeared located took gave made
        held report operation advanc enter fled flee crash suffer caus used confirm publish control working
    """,
}
ENDINGS = "e|d|s|ed|es|ing|ings|ion|ions|ment|ments|ied|ies|y|ation|ations"
SHARES = {"violence": 0.28, "other": 0.52, "general": 0.08, "denied": 0.12}
#: What makes a word of violence one of the list "denied", if it stands before it in the sentence.
DENIAL = re.compile(r"\b(?:not|no|never|den(?:y|ies|ied|ying)|without|neither|nor|cannot)\b[^.]{0,60}$", re.IGNORECASE)


def _pattern(beginnings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(beginnings.split())})(?:{ENDINGS})?\b", re.IGNORECASE)


def draw(path: Path, count: int) -> list[tuple[str, int, int, str]]:
    """Return `count` words, in the order of the hash of report id and start within each list.

    A word whose surroundings were drawn before, in another copy of its report, is passed over; so is a word form
    that was drawn twice, and a report that has two words.
    """
    found: list[tuple[str, str, int, int, str, str, str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            text = report["text"]
            for name, beginnings in LISTS.items():
                for match in _pattern(beginnings).finditer(text):
                    key = hashlib.sha256(f"{report['id']}:{match.start()}".encode()).hexdigest()
                    around = text[max(0, match.start() - 30) : match.end() + 30]
                    denied = name == "violence" and DENIAL.search(text, max(0, match.start() - 80), match.start())
                    kind = "denied" if denied else name
                    found.append((key, report["id"], *match.span(), kind, match[0].lower(), around))
    left = {name: round(count * share) for name, share in SHARES.items()}
    reports: Counter[str] = Counter()
    words: Counter[str] = Counter()
    seen: set[str] = set()
    drawn = []
    for _, report_id, start, end, name, word, around in sorted(found):
        if left[name] and reports[report_id] < PER_REPORT and words[word] < PER_WORD and around not in seen:
            left[name] -= 1
            reports[report_id] += 1
            words[word] += 1
            seen.add(around)
            drawn.append((report_id, start, end, name))
    return drawn


def main() -> None:
    """Print the drawn words, tab-separated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="reports.jsonl of the Syrian reports")
    parser.add_argument("--count", type=int, default=119, help="how many words to draw (default: 119)")
    options = parser.parse_args()
    for word in draw(options.reports, options.count):
        print(*word, sep="\t")


if __name__ == "__main__":
    main()
