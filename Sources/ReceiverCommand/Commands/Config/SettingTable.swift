/// Settings in columns, for people.
struct SettingTable {
    /// A longer value moves its source to the right, but not those of all others.
    private static let widestValue = 40

    let lines: [String]

    init(_ settings: [SettingValue]) {
        let rows = settings.map { (name: $0.name, value: $0.text ?? "-", source: $0.source) }
        let nameWidth = rows.map(\.name.count).max() ?? 0
        let valueWidth = min(rows.map(\.value.count).max() ?? 0, Self.widestValue)
        lines = rows.map { row in
            "\(Self.padded(row.name, nameWidth))  \(Self.padded(row.value, valueWidth))  \(row.source)"
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
