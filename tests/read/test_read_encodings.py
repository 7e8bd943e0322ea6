"""Encodings, broken characters, and texts that were decoded wrongly by somebody before."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from counterclaim.records import Report

One = Callable[..., Report]

ENGLISH = "“We asked them for a truce,” the minister said – and paid £5 for the café’s coffee.\nHe didn’t stay.\n"
RUSSIAN = "Премьер-министр заявил в понедельник, что президент попросил его о прекращении огня.\n" * 4
GERMAN = (
    "Der Minister sagte am Dienstag, die Verhandlungen über die Brücke würden fortgeführt. "
    "Die Straße bleibt für größere Fahrzeuge gesperrt.\n"
)


@pytest.mark.parametrize(
    ("data", "text", "said"),
    [
        (ENGLISH.encode(), ENGLISH, "decoded as utf-8"),
        (codecs.BOM_UTF8 + ENGLISH.encode(), ENGLISH, "decoded as utf-8"),
        (ENGLISH.encode("utf-16"), ENGLISH, "decoded as utf-16-le"),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), ENGLISH, "decoded as utf-16-be"),
        (ENGLISH.encode("utf-16-le"), ENGLISH, "decoded as utf-16-le"),
        (ENGLISH.encode("utf-16-be"), ENGLISH, "decoded as utf-16-be"),
        (RUSSIAN.encode("utf-16-le"), RUSSIAN, "decoded as utf-16-le"),
        (ENGLISH.encode("utf-32"), ENGLISH, "decoded as utf-32-le"),
        (ENGLISH.encode("cp1252"), ENGLISH, "decoded as windows-1252"),
        (GERMAN.encode("cp1252"), GERMAN, "decoded as windows-1252"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "decoded as cp1251"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "decoded as koi8-r"),
    ],
)
def test_text_comes_out_of_its_encoding(one: One, data: bytes, text: str, said: str) -> None:
    report = one(data)
    assert report.text == text
    assert report.cleaning[0] == said
    assert report.broken == 0


@pytest.mark.parametrize(
    ("data", "text", "broken"),
    [
        (
            "Aliyev’s offer — a “truce” — was new.".encode().replace(b"\x80\x94", b"\x80", 1),
            "Aliyev’s offer \ufffd a “truce” — was new.",
            1,
        ),
        (
            b"It was \xff\xfe and \x81\x8d\x8f\x90 that they said no to it.",
            "It was \ufffd\ufffd and \ufffd\ufffd\ufffd\ufffd that they said no to it.",
            6,
        ),
        ("Already \ufffd lost here, he said.".encode(), "Already \ufffd lost here, he said.", 1),
    ],
)
def test_broken_characters_are_kept_readable_and_counted(one: One, data: bytes, text: str, broken: int) -> None:
    report = one(data)
    assert report.text == text
    assert report.broken == broken


def test_control_characters_and_line_ends_are_replaced_and_said(one: One) -> None:
    report = one("He said\x00 no.\r\nShe\x1b said yes.\rThey\x85left.\u2028All of them.")
    assert report.text == "He said\ufffd no.\nShe\ufffd said yes.\nThey\nleft.\nAll of them."
    assert report.cleaning == (
        "decoded as utf-8",
        "line ends made \\n",
        "2 control characters or lone surrogates replaced by U+FFFD",
    )
    assert report.broken == 2


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("The minister said heâ€™d â€œneverâ€\x9d agree.", "The minister said he’d “never” agree."),
        ("FranÃ§ois said the cafÃ© was closed.", "François said the café was closed."),
        ("“Curly” quotes, a naïve café and an em—dash stay.", "“Curly” quotes, a naïve café and an em—dash stay."),
        ("The sign is Ã in the old alphabet.", "The sign is Ã in the old alphabet."),
    ],
)
def test_wrong_decoding_is_undone_only_where_it_is_certain(one: One, wrong: str, right: str) -> None:
    report = one(f"{wrong}\nAnd the line below it stays as it was.\n")
    assert report.text.split("\n")[0] == right
    assert any("ftfy" in step for step in report.cleaning) == (wrong != right)


def test_outer_white_space_stays_so_that_offsets_of_others_hold(one: One) -> None:
    assert one("\n\n  He said no. \n\n").text == "\n\n  He said no. \n\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (GERMAN, "de"),
        ("Le premier ministre a déclaré lundi que le président lui avait demandé une trêve.", "fr"),
        ("No.", None),
        ("31 5 2017 12", None),
    ],
)
def test_language(one: One, text: str, language: str | None) -> None:
    assert one(text).language == language
