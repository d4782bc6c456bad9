"""Rules for what the browser tells assistive technology of a page."""

import collections

# They mean nothing without a name.
NAMED = {
    "button", "link", "textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "spinbutton", "switch",
    "image", "heading", "dialog",
}
# Of these a page has one.
LANDMARKS = ("main", "banner", "contentinfo")


class Node:
    def __init__(self, facts: dict) -> None:
        self.role = str(facts.get("role", {}).get("value", ""))
        self.name = str(facts.get("name", {}).get("value", "")).strip()
        self.children: list[str] = facts.get("childIds", [])
        self.is_ignored = bool(facts.get("ignored"))
        properties = {entry["name"]: entry["value"].get("value") for entry in facts.get("properties", [])}
        self.level = int(properties.get("level") or 0)


class Tree:
    def __init__(self, nodes: list[dict]) -> None:
        self._all = {str(facts["nodeId"]): Node(facts) for facts in nodes}
        self._nodes = [node for node in self._all.values() if not node.is_ignored]

    def problems(self) -> list[str]:
        return [*self._unnamed(), *self._headings(), *self._landmarks(), *self._navigation(), *self._tables()]

    def _of(self, *roles: str) -> list[Node]:
        return [node for node in self._nodes if node.role in roles]

    def _unnamed(self) -> list[str]:
        nodes = self._of(*NAMED)
        return [f"name: a {node.role} has no name" for node in nodes if not node.name]

    def _headings(self) -> list[str]:
        levels = [node.level for node in self._in_order("heading")]
        wrong = [] if levels.count(1) == 1 else [f"headings: {levels.count(1)} of them are of level 1"]
        steps = zip([0, *levels], levels)
        return wrong + [f"headings: level {next} follows {level}" for level, next in steps if next > level + 1]

    def _landmarks(self) -> list[str]:
        counts = collections.Counter(node.role for node in self._nodes)
        return [f"landmark: {counts[role]} times {role}" for role in LANDMARKS if counts[role] != 1]

    def _navigation(self) -> list[str]:
        """Each leads somewhere, and has a name of its own."""
        nodes = self._of("navigation")
        names = collections.Counter(node.name for node in nodes)
        wrong = [f"navigation: '{node.name}' is empty" for node in nodes if not self._below(node, "link")]
        same = [(name, count) for name, count in names.items() if count > 1 or not name]
        return wrong + [f"navigation: {count} are called '{name}'" for name, count in same]

    def _tables(self) -> list[str]:
        """Every row has a cell below each heading, also where a narrow page shows rows as cards."""
        wrong = []
        for table in self._of("table"):
            headings = len(self._below(table, "columnheader"))
            for row in self._below(table, "row"):
                cells = len(self._below(row, "cell", "gridcell", "rowheader"))
                if cells not in (0, headings):
                    wrong.append(f"table: {cells} cells below {headings} headings")
        return wrong

    def _below(self, node: Node, *roles: str) -> list[Node]:
        found = []
        for child in (self._all[id] for id in node.children if id in self._all):
            found += [child] if child.role in roles and not child.is_ignored else []
            found += self._below(child, *roles)
        return found

    def _in_order(self, role: str) -> list[Node]:
        return self._below(next(iter(self._all.values())), role)
