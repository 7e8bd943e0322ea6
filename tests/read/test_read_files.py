"""Files, folders, patterns, standard input; and what cannot be opened, beside what can."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.read import MAX_CHARACTERS, read
from counterclaim.records import Document, Rejected, UsageError

GOOD = "The minister said on Monday that the bridge was open again for everybody who lives there.\n"


def paths_of(results: list[Document | Rejected]) -> list[str | None]:
    return [result.report.path if isinstance(result, Document) else result.path for result in results]


def rejects(results: list[Document | Rejected]) -> list[Rejected]:
    return [result for result in results if isinstance(result, Rejected)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with `in/b.txt`, `in/a.txt` and `in/deep/c.txt` in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        (tmp_path / "in" / name).write_text(GOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["in"], ["in/a.txt", "in/b.txt", "in/deep/c.txt"]),
        (["in/"], ["in/a.txt", "in/b.txt", "in/deep/c.txt"]),
        (["./in/b.txt"], ["./in/b.txt"]),
        (["in/*.txt"], ["in/a.txt", "in/b.txt"]),
        (["in/**/*.txt"], ["in/a.txt", "in/b.txt", "in/deep/c.txt"]),
        (["in/**"], ["in/a.txt", "in/b.txt", "in/deep/c.txt"]),
        (["in/deep", "in/a.txt"], ["in/deep/c.txt", "in/a.txt"]),
    ],
)
def test_paths_are_read_in_order_and_named_as_the_user_named_them(
    folder: Path, given: list[str], expected: list[str]
) -> None:
    assert paths_of(list(read(given))) == expected


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(folder: Path) -> None:
    (folder / "in" / "report[1].txt").write_text(GOOD, encoding="utf-8")
    (document,) = read(["in/report[1].txt"])
    assert isinstance(document, Document)


def test_hidden_files_of_a_folder_are_left_out(folder: Path) -> None:
    (folder / "in" / ".hidden.txt").write_text(GOOD, encoding="utf-8")
    assert "in/.hidden.txt" not in paths_of(list(read(["in"])))


def test_standard_input_is_read_whatever_it_holds() -> None:
    (document,) = read(["-"], stdin=io.BytesIO(GOOD.encode()))
    assert isinstance(document, Document)
    assert document.report.path is None
    assert document.original == GOOD.encode()
    rows = b'{"text": "The minister said no."}\n{"text": "The minister said yes."}\n'
    assert [d.report.row for d in read(["-"], stdin=io.BytesIO(rows)) if isinstance(d, Document)] == [1, 2]


def test_original_bytes_and_their_hash_are_kept(folder: Path) -> None:
    data = "Said “no”.\r\nAnd “yes” – later.\r\n".encode("cp1252")
    (folder / "in" / "a.txt").write_bytes(data)
    (document,) = read(["in/a.txt"])
    assert isinstance(document, Document)
    assert document.original == data
    assert document.report.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n ", "no text"),
        ("signs.txt", b"*** --- ***\n", "no text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        ("picture.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "picture"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("book.docx", b"PK\x03\x04" + bytes(60), "archive or an office document"),
        ("old.db", b"SQLite format 3\x00" + bytes(80), "database"),
        ("noise.txt", bytes(range(256)) * 20, "binary"),
        (
            "page.html",
            b"<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
            "no article",
        ),
        ("feed.xml", b"<?xml version='1.0'?><rss><channel><title>News</title></channel></rss>", "XML"),
        ("header.csv", b"id,text\n", "no report"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_and_the_rest_is_read(
    folder: Path, name: str, content: bytes, words: str
) -> None:
    (folder / "in" / name).write_bytes(content)
    results = list(read(["in"]))
    (reject,) = rejects(results)
    assert reject.path == f"in/{name}"
    assert words in reject.reason
    assert len(results) == 4


@pytest.mark.parametrize(
    ("given", "words"),
    [("nowhere.txt", "no file or folder"), ("in/*.pdf", "no file fits"), ("", "no file"), ("a\0b", "no file")],
)
def test_a_path_that_leads_nowhere_is_said(folder: Path, given: str, words: str) -> None:
    reject, document = read([given, "in/a.txt"])
    assert isinstance(reject, Rejected)
    assert words in reject.reason
    assert isinstance(document, Document)


def test_links_are_followed_unless_they_loop(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "d.txt").write_text(GOOD, encoding="utf-8")
    (folder / "in" / "linked").symlink_to(folder / "elsewhere")
    (folder / "in" / "deep" / "up").symlink_to(folder / "in")
    (folder / "in" / "itself").symlink_to(folder / "in" / "itself")
    (folder / "in" / "lost").symlink_to(folder / "gone")
    results = list(read(["in"]))
    assert {reject.path: reject.reason.split(":")[0] for reject in rejects(results)} == {
        "in/deep/up": "this link leads back to a folder that it lies in",
        "in/itself": "this link leads back to itself",
        "in/lost": "this link leads to nothing",
    }
    assert "in/linked/d.txt" in paths_of(results)
    assert len(results) == 7


def test_pipes_and_sockets_are_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "in" / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "in" / "s"))
        assert [reject.path for reject in rejects(list(read(["in"])))] == ["in/pipe", "in/s"]


@pytest.fixture
def without_rights() -> Iterator[Path]:
    """A folder of our own with a file and a folder that may not be read, while this process is no superuser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "shut").mkdir()
        for file in ("a.txt", "b.txt"):
            (folder / file).write_text(GOOD, encoding="utf-8")
        # What is imported late has to be imported before the rights are gone.
        list(read([str(folder / "a.txt")]))
        (folder / "b.txt").chmod(0)
        (folder / "shut").chmod(0)
        superuser = os.geteuid() == 0
        if superuser:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if superuser:
                os.seteuid(0)
            (folder / "shut").chmod(0o755)


def test_what_may_not_be_read_is_said(without_rights: Path) -> None:
    document, *rejected = read([str(without_rights)])
    assert isinstance(document, Document)
    assert paths_of(rejected) == [f"{without_rights}/b.txt", f"{without_rights}/shut"]
    assert {reject.reason.split(":")[0] for reject in rejects(rejected)} == {"it cannot be read for lack of permission"}


def test_a_text_of_50_mb_is_refused_without_being_read(folder: Path) -> None:
    with open(folder / "in" / "huge.txt", "wb") as stream:
        for _ in range(50):
            stream.write(b"He said so again and again. " * 37_450)
    began = time.process_time()
    (reject,) = rejects(list(read(["in/huge.txt"])))
    assert "longer than 1,000,000 characters" in reject.reason
    assert time.process_time() - began < 0.5


def test_the_longest_text_is_read_and_one_character_more_is_not(folder: Path) -> None:
    text = ("He said so. " * 90_000)[:MAX_CHARACTERS]
    (folder / "in" / "a.txt").write_text(text, encoding="utf-8")
    (folder / "in" / "b.txt").write_text(text + "!", encoding="utf-8")
    longest, longer = read(["in/a.txt", "in/b.txt"])
    assert isinstance(longest, Document)
    assert isinstance(longer, Rejected)


def test_a_file_name_that_is_no_unicode_does_no_harm(folder: Path) -> None:
    with open(b"in/caf\xe9.txt", "wb") as stream:
        stream.write(GOOD.encode())
    names = paths_of(list(read(["in"])))
    assert "in/caf\ufffd.txt" in names


def test_an_unknown_field_in_the_mapping_is_an_error_at_once() -> None:
    with pytest.raises(UsageError, match="body"):
        read(["-"], columns={"body": "content"})
