/// All families of a registry; no sample on the page can belong to two of them.
struct FamilyTable: Sendable {
    private var families: [MetricName: Family] = [:]
    private var sampleNames: Set<String> = []

    /// Changes the family of a name, made if it is new; nil when the name belongs to another kind.
    mutating func withFamily<Result>(
        _ name: MetricName,
        _ kind: MetricKind,
        help: String?,
        _ body: (inout Family) -> Result
    ) -> Result? {
        if families[name] == nil, reserve(kind.sampleNames(name)) { families[name] = Family(kind: kind) }
        guard families[name]?.kind == kind else { return nil }
        return change(&families[name, default: Family(kind: kind)], help, body)
    }

    func write(into page: inout [UInt8]) {
        for (name, family) in families.sorted(by: { $0.key < $1.key }) { family.write(name, into: &page) }
    }

    private func change<Result>(_ family: inout Family, _ help: String?, _ body: (inout Family) -> Result) -> Result {
        family.help = family.help ?? help
        return body(&family)
    }

    /// A histogram `x` writes `x_count`, so no other family may have that name.
    private mutating func reserve(_ names: Set<String>) -> Bool {
        guard sampleNames.isDisjoint(with: names) else { return false }
        sampleNames.formUnion(names)
        return true
    }
}
