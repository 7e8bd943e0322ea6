"""Print the sentences from which chains and nested statements were labelled, in the order in which they were read.

Usage: ``python sample_chains.py CORPUS PATH [--first N] [--limit N]``, with CORPUS and PATH either ``syria`` and its
``reports.jsonl``, or ``polnear`` and a folder (``train``) that holds ``text/*.txt``. Nothing is written; each line of
the output is ``number  document id  start  end  text``, with offsets in Unicode code points, end exclusive.

A candidate is a sentence with at least two words of speech. The order is that of the SHA-256 of
``document id:start``, so that it hangs on no file order, and nobody chose which sentence comes next.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

# Deliberately wide: the reader decides what is a statement, the list only spares him the sentences without speech.
SPEECH = re.compile(
    r"""\b(?:
    sa(?:y|ys|id|ying) | t(?:ell|ells|old|elling) | quot(?:e|es|ed|ing) | cit(?:e|es|ed|ing) | according
    | accus(?:e|es|ed|ing|ation|ations) | alleg(?:e|es|ed|ing|edly|ation|ations) | claim(?:s|ed|ing)?
    | demand(?:s|ed|ing)? | warn(?:s|ed|ing|ings)? | den(?:y|ies|ied|ying|ial) | confirm(?:s|ed|ing)?
    | report(?:s|ed|ing|edly)? | statements? | announc(?:e|es|ed|ing|ement|ements) | add(?:s|ed|ing)
    | ask(?:s|ed|ing)? | call(?:s|ed|ing) | urg(?:e|es|ed|ing) | threat(?:s|en|ens|ened|ening) | vow(?:s|ed|ing)?
    | promis(?:e|es|ed|ing) | pledg(?:e|es|ed|ing) | declar(?:e|es|ed|ing|ation|ations) | insist(?:s|ed|ing)?
    | stress(?:es|ed|ing) | not(?:es|ed|ing) | describ(?:e|es|ed|ing) | acknowledg(?:e|es|ed|ing)
    | admit(?:s|ted|ting)? | reject(?:s|ed|ing)? | refus(?:e|es|ed|ing|al) | suggest(?:s|ed|ing)?
    | argu(?:e|es|ed|ing) | explain(?:s|ed|ing)? | wr(?:ite|ites|ote|iting|itten) | speak(?:s|ing)? | spoke(?:n)?
    | spokes(?:man|woman|person|people|men) | mention(?:s|ed|ing)? | complain(?:s|ed|ing)? | condemn(?:s|ed|ing)?
    | blam(?:e|es|ed|ing) | criticiz(?:e|es|ed|ing) | criticis(?:e|es|ed|ing) | repl(?:y|ies|ied|ying)
    | respond(?:s|ed|ing)? | remark(?:s|ed|ing)? | comment(?:s|ed|ing)? | testif(?:y|ies|ied|ying) | testimony
    | propos(?:e|es|ed|ing) | offer(?:s|ed|ing)? | request(?:s|ed|ing)? | inform(?:s|ed|ing)? | reveal(?:s|ed|ing)?
    | disclos(?:e|es|ed|ing) | assert(?:s|ed|ing|ion|ions)? | agree(?:s|d|ing)? | interview(?:s|ed)?
    | reiterat(?:e|es|ed|ing)
    | conclud(?:e|es|ed|ing) | stat(?:ed|ing) | recall(?:s|ed|ing)? | emphasi[sz](?:e|es|ed|ing) | rumou?rs?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence ends at a closing mark, with its quotation marks and brackets, before space and an upper-case beginning.
SENTENCE_END = re.compile(
    r"""(?<![ .][A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bLt)(?<!\bCol)(?<!\bSen)
    (?<!\bRep)(?<!\bGov)(?<!\bSt)(?<!\bNo)(?<!\bU\.S)(?<!\bU\.N)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bSept)(?<!\bOct)
    (?<!\bNov)(?<!\bDec)[.!?]["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])""",
    re.VERBOSE,
)


def documents(corpus: str, path: Path) -> Iterator[tuple[str, str]]:
    """Give each document of the corpus as its id and its text; a PolNeAR id is the file's name without ``.txt``."""
    if corpus == "syria":
        for line in path.read_text("utf-8").splitlines():
            report = json.loads(line)
            yield report["id"], report["text"]
    else:
        for file in sorted((path / "text").glob("*.txt")):
            yield file.stem, file.read_bytes().decode("utf-8")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of each sentence, without the white space around it; none crosses the end of a line."""
    for line in re.finditer(r"[^\r\n]+", text):
        cuts = [line.start(), *(end.end() for end in SENTENCE_END.finditer(text, *line.span())), line.end()]
        for start, end in pairwise(cuts):
            sentence = text[start:end]
            if sentence.strip():
                yield start + len(sentence) - len(sentence.lstrip()), start + len(sentence.rstrip())


def candidates(corpus: str, path: Path) -> list[tuple[str, int, int, str]]:
    """List id, start, end and text of each sentence with two words of speech or more, in the order of reading."""
    found = [
        (key, start, end, text[start:end])
        for key, text in documents(corpus, path)
        for start, end in sentences(text)
        if len(SPEECH.findall(text, start, end)) > 1
    ]
    return sorted(found, key=lambda row: hashlib.sha256(f"{row[0]}:{row[1]}".encode()).hexdigest())


def main() -> None:
    """Print the candidates asked for."""
    parser = argparse.ArgumentParser(description="Print candidate sentences for labels of chains, in reading order.")
    parser.add_argument("corpus", choices=("syria", "polnear"))
    parser.add_argument("path", type=Path, help="reports.jsonl, or a folder that holds text/*.txt")
    parser.add_argument("--first", type=int, default=0, help="number of the first candidate (from 0)")
    parser.add_argument("--limit", type=int, default=200, help="how many to print")
    options = parser.parse_args()
    rows = candidates(options.corpus, options.path)[options.first : options.first + options.limit]
    for number, (key, start, end, sentence) in enumerate(rows, options.first):
        print(f"{number}\t{key}\t{start}\t{end}\t{sentence}")


if __name__ == "__main__":
    main()
