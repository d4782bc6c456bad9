"""Writes the event types, the registration keys, and the enums of groups and families."""

from dataclasses import dataclass

from .objects import ObjectModel
from .schema import Field, Schema
from .swift import capitalized, case_name, document, indented


@dataclass(frozen=True)
class Event:
    """An event type."""

    type: str
    data: str
    members: dict[str, str]

    @property
    def family(self) -> str:
        return self.type.split(".")[0]

    @property
    def name(self) -> str:
        """`order.past_due` → `orderPastDue`."""
        return case_name(self.type)

    @property
    def case(self) -> str:
        return case_name(self.type.split(".", 1)[1])

    @property
    def model(self) -> str:
        """The Swift type of the payload: the data, or an object of its own where the envelope says more."""
        return f"Polar.{capitalized(self.name)}" if self.members else f"Polar.{self.data}"


class EventModels:
    """All event types by group and family."""

    def __init__(self, schema: Schema):
        self.schema = schema
        self.groups = {
            group: {family: self.events_of(family) for family in families} for group, families in schema.groups.items()
        }

    def events_of(self, family: str) -> list[Event]:
        def event(type: str, data: object) -> Event:
            members = dict(data) if isinstance(data, dict) else {"data": data}
            return Event(type, members.pop("data"), members)

        return [event(type, data) for type, data in self.schema.events.items() if type.split(".")[0] == family]

    @property
    def all(self) -> list[Event]:
        return [event for families in self.groups.values() for events in families.values() for event in events]

    def pattern(self, event: Event, inner: str) -> str:
        """`.billing(.order(.paid(inner)))`."""
        group = next(group for group, families in self.groups.items() if event.family in families)
        case = f".{event.case}({inner})"
        return f".{group}({case})" if event.family == group else f".{group}(.{case_name(event.family)}({case}))"

    def files(self) -> dict[str, str]:
        """The Swift files by name."""
        files = {
            "EventType+Catalogue.swift": self.event_types(),
            "EventKind+Catalogue.swift": self.event_kinds(),
            "Payload+Decoding.swift": self.decoding(),
            "Payload+Encoding.swift": self.encoding(),
        }
        for group, families in self.groups.items():
            files[f"{capitalized(group)}Event.swift"] = self.group(group, families)
            for family, events in families.items():
                if family != group:
                    name = f"{capitalized(case_name(family))}Event"
                    files[f"{name}.swift"] = self.family(name, family, events)
        for event in self.all:
            if event.members:
                files[f"{capitalized(event.name)}.swift"] = self.envelope(event)
        return files

    def envelope(self, event: Event) -> str:
        """The object of an event whose envelope says more than the usual."""
        members = {"data": event.data, **event.members}
        fields = [Field.parse(name, type) for name, type in members.items()]
        return ObjectModel(capitalized(event.name), fields, self.schema, is_envelope=True).source()

    # Enums.

    def group(self, group: str, families: dict[str, list[Event]]) -> str:
        cases = [
            f"/// A `{family}.…` event.\ncase {case_name(family)}({capitalized(case_name(family))}Event)\n"
            for family in families
            if family != group
        ]
        return document(
            f"""\
/// An event of the group {group}.
@nonexhaustive public indirect enum {capitalized(group)}Event: Equatable, Sendable {{
{indented(chr(10).join(self.cases(families.get(group, [])) + cases)).rstrip()}
}}
"""
        )

    def family(self, name: str, family: str, events: list[Event]) -> str:
        data = events[0].data
        cases = "\n".join(
            f"case .{event.case}(let data): data{'.data' if event.members else ''}" for event in events
        )
        return document(
            f"""\
/// A `{family}.…` event.
@nonexhaustive public indirect enum {name}: Equatable, Sendable {{
{indented(chr(10).join(self.cases(events)))}
    /// What the event is about, as it is now.
    public var data: Polar.{data} {{
        switch self {{
{indented(cases, 2)}
        }}
    }}
}}
"""
        )

    def cases(self, events: list[Event]) -> list[str]:
        return [f"/// `{event.type}`.\ncase {event.case}({event.model})\n" for event in events]

    # Types and keys.

    def event_types(self) -> str:
        types = "\n".join(
            f'/// `{event.type}`.\npublic static let {event.name} = EventType(rawValue: "{event.type}")\n'
            for event in self.all
        )
        every = "\n".join(f".{event.name}," for event in self.all)
        names = "\n".join(f'"{event.type}",' for event in self.all)
        groups = "\n".join(self.types_of(group, families) for group, families in self.groups.items())
        return document(
            f"""\
extension EventType {{
{indented(types)}
    /// All types of this version, by group and family.
    public static let all: [EventType] = [
{indented(every, 2)}
    ]

    /// The names of ``all``, in the same order.
    static let names: FieldNames = [
{indented(names, 2)}
    ]

{indented(groups)}}}
"""
        )

    def types_of(self, group: str, families: dict[str, list[Event]]) -> str:
        types = ", ".join(f".{event.name}" for events in families.values() for event in events)
        return f"/// The types of the group {group}.\nstatic let {group}Group: [EventType] = [{types}]\n"

    def event_kinds(self) -> str:
        types = "\n".join(self.kind_of_type(event) for event in self.all)
        families = "\n".join(
            self.kind_of_family(group, family, events)
            for group, members in self.groups.items()
            for family, events in members.items()
            if family != group
        )
        groups = "\n".join(self.kind_of_group(group) for group in self.groups)
        return document(types, families, groups)

    def kind_of_type(self, event: Event) -> str:
        return f"""\
extension EventKind where Payload == {event.model} {{
    /// `{event.type}`.
    public static var {event.name}: EventKind {{
        EventKind(.{event.name}) {{ if case {self.pattern(event, "let data")} = $0 {{ data }} else {{ nil }} }}
    }}
}}
"""

    def kind_of_family(self, group: str, family: str, events: list[Event]) -> str:
        name = case_name(family)
        types = ", ".join(f".{event.name}" for event in events)
        return f"""\
extension EventKind where Payload == {capitalized(name)}Event {{
    /// Every `{family}.…` event.
    public static var {name}: EventKind {{
        EventKind(family: "{family}", [{types}]) {{ if case .{group}(.{name}(let event)) = $0 {{ event }} else {{ nil }} }}
    }}
}}
"""

    def kind_of_group(self, group: str) -> str:
        return f"""\
extension EventKind where Payload == {capitalized(group)}Event {{
    /// Every event of the group {group}.
    public static var {group}: EventKind {{
        EventKind(group: "{group}", EventType.{group}Group) {{ if case .{group}(let event) = $0 {{ event }} else {{ nil }} }}
    }}
}}
"""

    # Reading and writing.

    def decoding(self) -> str:
        plain = [(index, event) for index, event in enumerate(self.all) if not event.members]
        envelopes = [(index, event) for index, event in enumerate(self.all) if event.members]

        def cases(events: list[tuple[int, Event]]) -> str:
            return "\n".join(
                f"case {index}: self = {self.pattern(event, f'try {event.model}(from: &reader, json)')}"
                for index, event in events
            )

        return document(
            f"""\
extension WebhookEvent.Payload {{
    /// Reads the `data` of an event by the type's place in ``EventType/names``; nil when its payload is not `data` alone.
    init?(data type: Int, from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {{
        switch type {{
{indented(cases(plain), 2)}
        default: return nil
        }}
    }}

    /// Reads a whole body by the type's place in ``EventType/names``; nil when its payload is `data` alone.
    init?(body type: Int, from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {{
        switch type {{
{indented(cases(envelopes), 2)}
        default: return nil
        }}
    }}
}}
"""
        )

    def encoding(self) -> str:
        cases = "\n".join(
            f"case {self.pattern(event, 'let payload')}: "
            + ("payload.encode(to: &writer)" if event.members else 'writer.member("data", payload)')
            for event in self.all
        )
        return document(
            f"""\
extension WebhookEvent.Payload {{
    /// Writes the members of an envelope that stand for the payload.
    func encodeMembers(to writer: inout JSONWriter) {{
        switch self {{
{indented(cases, 2)}
        case .unknown(let value): writer.member("data", value)
        case .undecodable: break
        }}
    }}
}}
"""
        )
