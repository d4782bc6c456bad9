import EventStore
import PolarReceiver

extension RetentionPolicy {
    /// Reads `retention.days`, `retention.types` and `retention.scrub_deleted_customers`; 0 days keep messages forever.
    init(_ reader: SettingReader) throws {
        let standard = try reader.integer("retention.days")
        let special = try (reader.texts("retention.types") ?? []).map { try Self.rule($0, reader) }
        for rule in special where special.count(where: { $0.types == rule.types }) > 1 {
            throw CommandFailure.configuration("The setting retention.types names \(rule.types) twice; keep one.")
        }
        self.init(
            rules: special + [RetentionRule("*", age: Self.age(days: standard))],
            scrubsDeletedCustomers: try reader.flag("retention.scrub_deleted_customers")
        )
    }

    /// Reads `checkout.*=7`.
    private static func rule(_ text: String, _ reader: SettingReader) throws -> RetentionRule {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let types = parts.first.map({ TypePattern(rawValue: String($0)) }),
            types.isWellFormed, types != "*",
            let days = parts.last.flatMap({ Int($0) }), Setting.dayRange.contains(days)
        else {
            throw reader.wrong("retention.types", text, "an event type and a number of days, such as checkout.*=7")
        }
        return RetentionRule(types, age: age(days: days))
    }

    private static func age(days: Int) -> Duration? {
        days > 0 ? .seconds(days * 86_400) : nil
    }
}
