"""The closed lists of the ledger. Values are what users see in exports: more may be added, none renamed."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """What a speaker does with a statement (speech act)."""

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    ACCUSE = "accuse"
    DEMAND = "demand"
    OFFER = "offer"
    PROMISE = "promise"
    THREATEN = "threaten"
    ASK = "ask"
    REFUSE = "refuse"
    AGREE = "agree"
    CALL_FOR = "call for"
    EXPRESS = "express"


class Manner(StrEnum):
    """How a report gives a statement. Narration is what the outlet tells in its own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATION = "narration"


class Hedge(StrEnum):
    """How far the report stands off from a statement."""

    NONE = "none"
    DISTANCED = "distanced"
    ALLEGED = "alleged"


class Unnamed(StrEnum):
    """The kind of a source that a report does not name."""

    OFFICIAL = "official"
    GROUP = "group"
    DOCUMENT = "document"
    MEDIA = "media"
    ANYONE = "anyone"


class Polarity(StrEnum):
    """Whether a claim says that it is so, that it is not so, or that this is not known."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """In what world a claim holds."""

    FACT = "fact"
    PLAN = "plan"
    CONDITION = "condition"
    HYPOTHESIS = "hypothesis"
    COMMAND = "command"
    PRESUPPOSED = "presupposed"


class Happened(StrEnum):
    """What happened to those who are counted."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    ARRESTED = "arrested"
    RELEASED = "released"
    DEPLOYED = "deployed"
    DESTROYED = "destroyed"
    PRESENT = "present"
    OTHER = "other"


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    GROUP = "group"
    PLACE = "place"


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class TimexType(StrEnum):
    """The types of a TIMEX3 time expression (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class PassageKind(StrEnum):
    """What a block of a report is for. Boilerplate and repeats are kept and not annotated."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    HEADING = "heading"
    BOILERPLATE = "boilerplate"
    REPEAT = "repeat"


class PublishedFrom(StrEnum):
    """How a report's date is known."""

    METADATA = "metadata"
    TEXT = "text"
    INFERRED = "inferred"


class Slot(StrEnum):
    """The part of an account in which accounts differ."""

    AGENT = "agent"
    PATIENT = "patient"
    ROLES = "roles"
    COUNT = "count"
    TIME = "time"
    PLACE = "place"
    POLARITY = "polarity"
    EXISTENCE = "existence"
    CAUSE = "cause"
    NAMING = "naming"
    QUALITY = "quality"


class Status(StrEnum):
    """Whether a program suggests a link or a person has ruled on it."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Verdict(StrEnum):
    """What a judgement says of its two records."""

    SAME = "same"
    DIFFERENT = "different"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    PART = "part"
    OTHER_INCIDENT = "other incident"


class ProcessKind(StrEnum):
    """What kind of thing the parties propose, accept, break or end."""

    CEASEFIRE = "ceasefire"
    EXCHANGE = "exchange"
    TALKS = "talks"
    HOTLINE = "hotline"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    CORRIDOR = "corridor"
    EVACUATION = "evacuation"
    DISARMAMENT = "disarmament"
    MONITORING = "monitoring"
    OTHER = "other"


class ProcessState(StrEnum):
    """Where a process stands."""

    PROPOSED = "proposed"
    OFFERED = "offered"
    DEMANDED = "demanded"
    CALLED_FOR = "called for"
    THREATENED = "threatened"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    HELD = "held"
    IN_FORCE = "in force"
    CARRIED_OUT = "carried out"
    EXTENDED = "extended"
    VIOLATED = "violated"
    SUSPENDED = "suspended"
    ENDED = "ended"
