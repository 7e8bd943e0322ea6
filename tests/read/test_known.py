"""Reading a user's file of known entities."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counterclaim.read import read_known
from counterclaim.records import EntityKind, UnreadableInput
from counterclaim.records.known import KnownEntity, KnownRole


@pytest.fixture
def write(tmp_path: Path):  # type: ignore[no-untyped-def]
    def made(text: str, name: str = "known.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return made


def jsonl(*records: object) -> str:
    return "\n".join(json.dumps(record) for record in records)


def thing(id_: str, schema: str, **properties: object) -> dict[str, object]:
    """An entity as FollowTheMoney writes it."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": listed}


def test_a_person_of_follow_the_money(write) -> None:  # type: ignore[no-untyped-def]
    record = thing(
        "p1",
        "Person",
        name=["Jane Doe", "Джейн Доу"],
        alias="J. Doe",
        weakAlias="JD",
        nationality="ke",
        position="judge",
    )
    (entity,) = read_known(write(jsonl({**record, "caption": "Jane Doe"})))
    assert entity == KnownEntity(
        "p1", "Jane Doe", EntityKind.PERSON, ("Джейн Доу", "J. Doe", "JD"), "KEN", (KnownRole("judge"),)
    )


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("Organization", EntityKind.ORGANIZATION),
        ("Company", EntityKind.ORGANIZATION),
        ("PublicBody", EntityKind.ORGANIZATION),
        ("LegalEntity", None),
        ("Address", EntityKind.PLACE),
    ],
)
def test_kinds_of_follow_the_money(write, schema: str, kind: EntityKind | None) -> None:  # type: ignore[no-untyped-def]
    (entity,) = read_known(write(jsonl(thing("x", schema, name="Harbour"))))
    assert entity.kind is kind


def test_offices_of_follow_the_money(write) -> None:  # type: ignore[no-untyped-def]
    path = write(
        jsonl(
            thing("p", "Person", name="Jane Doe"),
            thing("o", "Organization", name="Harbour Front"),
            thing("post", "Position", name="Minister of Ports", country="ke"),
            thing("1", "Occupancy", holder="p", post="post", startDate="2019-02", endDate="2021"),
            thing("2", "Directorship", director="p", organization="o", role="chair"),
            thing("3", "Membership", member="p", organization="o"),
        )
    )
    roles = {entity.name: entity.roles for entity in read_known(path)}
    assert set(roles) == {"Jane Doe", "Harbour Front"}
    assert set(roles["Jane Doe"]) == {
        KnownRole("Minister of Ports", "KEN", "2019-02", "2021"),
        KnownRole("chair", "Harbour Front"),
        KnownRole("member", "Harbour Front"),
    }


def test_what_is_nobody_is_passed_over(write) -> None:  # type: ignore[no-untyped-def]
    path = write(
        jsonl(
            thing("s", "Sanction", entity="p", program="X"),
            thing("v", "Vessel", name="Sea Queen"),
            thing("n", "Person", birthDate="1970"),
            thing("p", "Person", name="Jane Doe"),
        )
    )
    assert [entity.name for entity in read_known(path)] == ["Jane Doe"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table(write, delimiter: str) -> None:  # type: ignore[no-untyped-def]
    rows = [
        ["name", "Kind", "aliases", "country", "role", "role_of", "from", "until"],
        ["Jane Doe", "person", "J. Doe|JD", "Kenya", "head", "Harbour Front", "2019", ""],
        ["Harbour Front", "armed group", "", "KE", "", "", "", ""],
    ]
    front, jane = sorted(read_known(write("\n".join(delimiter.join(row) for row in rows))), key=lambda e: e.name)
    assert (jane.kind, jane.names, jane.country) == (EntityKind.PERSON, ("J. Doe", "JD"), "KEN")
    assert jane.roles == (KnownRole("head", "Harbour Front", "2019", None),)
    assert (front.kind, front.country, front.roles) == (EntityKind.GROUP, "KEN", ())


def test_a_table_of_open_sanctions(write) -> None:  # type: ignore[no-untyped-def]
    header = '"id","schema","name","aliases","birth_date","countries"'
    (entity,) = read_known(write(header + '\n"Q1","Person","Jane Doe","J. Doe;Джейн","1970","ke;ug"\n'))
    assert (entity.id, entity.names, entity.country) == ("Q1", ("J. Doe", "Джейн"), None)


def test_plain_json_lines(write) -> None:  # type: ignore[no-untyped-def]
    (entity,) = read_known(write(jsonl({"name": "Harbour Front", "kind": "group", "aliases": ["HF", "Al-Marfa"]})))
    assert (entity.kind, entity.names) == (EntityKind.GROUP, ("HF", "Al-Marfa"))


def test_several_lines_of_one_id_are_one_entity(write) -> None:  # type: ignore[no-untyped-def]
    text = "id,name,country,role\n1,Jane Doe,,judge\n1,J. Doe,KE,head\n"
    (entity,) = read_known(write(text))
    assert entity == KnownEntity("1", "Jane Doe", None, ("J. Doe",), "KEN", (KnownRole("judge"), KnownRole("head")))


def test_without_an_id_the_name_is_one(write) -> None:  # type: ignore[no-untyped-def]
    one, two = (read_known(write(f"name,kind\n{name},person\n"))[0].id for name in ("Jane Doe", "Ruth Doe"))
    assert one != two
    assert one == read_known(write("name,kind\nJane Doe,person\n"))[0].id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no known entity|without a column"),
        ("name\n", "no known entity"),
        ("who,what\na,b\n", 'column "name"'),
        ('{"id": "x"}\n', "no known entity"),
        ('{"name": "x"}\n[1]\n', "line 2, is not a JSON object"),
        ('{"name": "x"\n', "line 1, is not a JSON object"),
    ],
)
def test_what_is_no_such_file_is_said_in_a_sentence(write, text: str, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnreadableInput, match=words):
        read_known(write(text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_known(tmp_path / "nothing.csv")


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_bytes("name\nJosé\n".encode("latin-1"))
    with pytest.raises(UnreadableInput, match="UTF-8"):
        read_known(path)
