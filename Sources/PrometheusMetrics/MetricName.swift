/// The name of a family, in the alphabet of the text format.
struct MetricName: Hashable, Comparable, Sendable {
    let text: String

    init(_ label: String) {
        text = Self.name(label) { $0 == ":" }
    }

    static func < (left: MetricName, right: MetricName) -> Bool {
        left.text < right.text
    }

    /// The name of a label: without colons, and without the two underscores that Prometheus keeps for itself.
    static func label(_ text: String) -> String {
        let name = name(text) { _ in false }
        return name.hasPrefix("__") ? "_" + name.drop { $0 == "_" } : name
    }

    private static func name(_ text: String, allowing: (Unicode.Scalar) -> Bool) -> String {
        let scalars = text.unicodeScalars.map { isAllowed($0) || allowing($0) ? $0 : "_" }
        let needsStart = scalars.first.map { ("0"..."9").contains($0) } ?? true
        return (needsStart ? "_" : "") + String(String.UnicodeScalarView(scalars))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }
}
