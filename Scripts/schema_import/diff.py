"""Says what a run changed, a line each."""

from collections.abc import Container, Iterable, Mapping

from schema_import.schema import Enum, Field, Member, Object, Schema, Snapshot, Type, Union, reachable


def changes(old: Schema, new: Schema) -> list[str]:
    """What the new schema says and the old one did not."""
    return list(_Changes(old, new).lines())


def losses(old: Schema, new: Schema, snapshot: Snapshot, state: str) -> list[str]:
    """What a state that is new to the file has no more; the file keeps it, for older events."""
    if state in old.states or not old.states:
        return []
    before = old.snapshot(old.states[-1])
    reached = reachable(Snapshot({event: new.events[event] for event in snapshot.events}, new.types), state)
    lost = [
        *(f"event {name}" for name in _missing(before.events, snapshot.events)),
        *(f"{_kind(before.types[name])} {name}" for name in _missing(sorted(before.types), reached)),
        *_lost_values(before.types, snapshot.types),
    ]
    return [f"- {what}: not in {state}, stays in the file" for what in lost]


class _Changes:
    def __init__(self, old: Schema, new: Schema) -> None:
        self.old = old
        self.new = new

    def lines(self) -> Iterable[str]:
        yield from (f"+ state {state}" for state in _missing(self.new.states, self.old.states))
        yield from self.all("event", self.old.events, self.new.events)
        yield from self.all("", self.old.types, self.new.types)

    def all(self, noun: str, old: Mapping[str, Type], new: Mapping[str, Type]) -> Iterable[str]:
        for name in sorted(old.keys() | new.keys()):
            if name not in old:
                yield f"+ {noun or _kind(new[name])} {name}: {_summary(new[name])}"
            elif name not in new:
                yield f"- {noun or _kind(old[name])} {name}"
            else:
                yield from self.type(name, old[name], new[name])

    def type(self, name: str, old: Type, new: Type) -> Iterable[str]:
        match old, new:
            case Object(), Object():
                for key, field in new.fields.items():
                    yield from self.field(f"{name}.{key}", old.fields.get(key), field)
            case Enum(), Enum():
                yield from (f"+ enum value {name}.{value}" for value in _missing(new.values, old.values))
            case Union(), Union():
                known = {member.type: member for member in old.members}
                for member in new.members:
                    yield from self.member(f"{name}: {member.type}", known.get(member.type), member)
            case _:
                yield f"~ {_kind(old)} {name}: now a {_kind(new)}: {_summary(new)}"

    def field(self, place: str, old: Field | None, new: Field) -> Iterable[str]:
        if old is None:
            yield f"+ field {place}: {new.type}{_absence(new)}"
            return
        if old.type != new.type:
            yield f"~ field {place}: was {old.type}, now {new.type}"
        if new.optional and not old.optional and not new.absent:
            yield f"~ field {place}: can be missing now"
        yield from self.presence(f"field {place}", old, new)

    def member(self, place: str, old: Member | None, new: Member) -> Iterable[str]:
        if old is None:
            yield f"+ union member {place}{_absence(new)}"
            return
        if old.when != new.when:
            yield f"~ union member {place}: was when {old.when}, now when {new.when}"
        yield from self.presence(f"union member {place}", old, new)

    def presence(self, what: str, old: Field | Member, new: Field | Member) -> Iterable[str]:
        """A state that the file did not have is compared with the one before."""
        before = False
        for at, state in enumerate(self.new.states):
            absent = state in new.absent
            known = state in old.absent if state in self.old.states else before if at else absent
            if absent != known:
                yield f"- {what}: not in {state}" if absent else f"+ {what}: in {state} again"
            before = absent


def _lost_values(before: Mapping[str, Type], types: Mapping[str, Type]) -> Iterable[str]:
    for name, kind in before.items():
        now = types.get(name)
        if isinstance(kind, Enum) and isinstance(now, Enum):
            yield from (f"enum value {name}.{value}" for value in _missing(kind.values, now.values))


def _missing(these: Iterable[str], those: Container[str]) -> list[str]:
    return [name for name in these if name not in those]


def _kind(kind: Type) -> str:
    return type(kind).__name__.lower()


def _summary(kind: Type) -> str:
    match kind:
        case Object(fields):
            texts = [f"{key}{'?' * field.optional} {field.type}" for key, field in fields.items()]
            return ", ".join(texts) or "no fields"
        case Enum(values):
            return ", ".join(values)
        case Union(members):
            return ", ".join(member.type for member in members)


def _absence(item: Field | Member) -> str:
    return f" (not in {', '.join(item.absent)})" if item.absent else ""
