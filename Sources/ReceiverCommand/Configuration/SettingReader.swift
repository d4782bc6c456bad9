import Configuration
import PolarReceiver

/// Reads single settings and says in one sentence what is wrong with one.
///
/// Every value is read as text first, so that environment and file are judged by the same rules.
struct SettingReader {
    let reader: ConfigReader

    /// A setting's text, nil when it is not set or empty.
    func text(_ key: String) -> String? {
        guard let text = reader.string(forKey: ConfigKey(key), isSecret: true), !text.isEmpty else { return nil }
        return text
    }

    /// A list of texts, nil when it is not set.
    func texts(_ key: String) -> [String]? {
        reader.stringArray(forKey: ConfigKey(key), isSecret: true)
    }

    /// A whole number.
    func integer(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = text(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw wrong(key, text, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A time in whole seconds.
    func seconds(_ key: String) throws -> Duration? {
        try integer(key, in: 1...86_400).map { .seconds($0) }
    }

    /// Yes or no.
    func flag(_ key: String) throws -> Bool? {
        guard let text = text(key) else { return nil }
        guard let value = Bool(text.lowercased()) else { throw wrong(key, text, "true or false") }
        return value
    }

    /// One of a few words.
    func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> Value? {
        guard let text = text(key) else { return nil }
        guard let value = Value(rawValue: text.lowercased()) else {
            throw wrong(key, text, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    func wrong(_ key: String, _ text: String, _ expectation: String) -> CommandFailure {
        .configuration("The setting \(SettingName.both(key)) is \(text), it must be \(expectation).")
    }
}
