import PolarEvents

extension JSONValue {
    /// The path of a place where two values say different things, nil where there is none.
    ///
    /// A member that is null says as much as one that is not there, and `1` as much as `1.0`.
    func difference(from other: JSONValue, at path: String = "$") -> String? {
        switch (self, other) {
        case (.object(let members), .object(let others)):
            (members.map { $0.name } + others.map { $0.name }).lazy.compactMap { name in
                (members[name] ?? .null).difference(from: others[name] ?? .null, at: "\(path).\(name)")
            }.first
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            zip(elements, others).lazy.enumerated().compactMap { index, pair in
                pair.0.difference(from: pair.1, at: "\(path)[\(index)]")
            }.first
        case (.number(let number), .number(let other)): number.double == other.double ? nil : path
        default: self == other ? nil : path
        }
    }
}
