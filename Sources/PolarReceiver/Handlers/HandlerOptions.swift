public import EventStore
public import Foundation
import Synchronization

/// The section of the configuration that belongs to one handler module: `handlers.<name>` of the file, or variables such as
/// `HANDLERS_SHOP_URL`, which win.
///
/// Every key is an option of the module: one that the file has and the module never asks for is an error at start, so that a
/// misspelt option does not go unnoticed. What is wrong with a value is said in one sentence that names it.
public struct HandlerOptions: Sendable {
    /// The name of the section.
    public let id: HandlerID

    private let values: @Sendable (String) -> String?
    private let lists: @Sendable (String) -> [String]?
    private let keys: AskedKeys
    private let warnings = SecretWarnings()

    /// Makes a section of given values, for tests of modules and modules made in code; a list has commas between its parts.
    public init(id: HandlerID, _ values: [String: String] = [:]) {
        self.init(id: id) {
            values[$0]
        } lists: {
            values[$0].map { list in
                list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            }
        }
    }

    /// Makes a section whose values come from somewhere else.
    package init(
        id: HandlerID,
        values: @escaping @Sendable (String) -> String?,
        lists: @escaping @Sendable (String) -> [String]?
    ) {
        self.id = id
        self.values = values
        self.lists = lists
        keys = AskedKeys()
    }

    /// How a module reads an option.
    package enum Use: Sendable {
        /// As a number, one of a few words or a path: it can be shown.
        case plain

        /// As an address: it can be shown without what may be a secret in it.
        case address

        /// As a text; it may be a secret.
        case text

        /// As a list of such.
        case list
    }

    /// The keys that were asked for so far, and how.
    package var asked: [String: Use] { keys.all }

    /// What an operator should know about the secrets that were read so far.
    package var secretWarnings: [String] { warnings.all }

    /// The keys that were asked for so far.
    package var askedKeys: Set<String> { Set(asked.keys) }

    // MARK: Values

    /// A text, nil where it is not set or empty.
    public func text(_ key: String) -> String? {
        text(key, as: .text)
    }

    private func text(_ key: String, as use: Use) -> String? {
        keys.insert(key, use)
        return values(key).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A text that must be set; `purpose` ends the sentence "set it to …".
    public func required(_ key: String, _ purpose: String) throws(HandlerOptionError) -> String {
        try required(key, purpose, as: .text)
    }

    /// The path of a file or folder, nil where it is not set or empty; `config show` prints it.
    public func path(_ key: String) -> String? {
        text(key, as: .plain)
    }

    /// The path of a file or folder that must be set; `purpose` ends the sentence "set it to …".
    public func requiredPath(_ key: String, _ purpose: String) throws(HandlerOptionError) -> String {
        try required(key, purpose, as: .plain)
    }

    private func required(_ key: String, _ purpose: String, as use: Use) throws(HandlerOptionError) -> String {
        guard let text = text(key, as: use) else {
            throw HandlerOptionError("The handler \(id) needs \(name(key)): set it to \(purpose).")
        }
        return text
    }

    /// A list of texts, nil where it is not set.
    public func list(_ key: String) -> [String]? {
        keys.insert(key, .list)
        return lists(key)
    }

    /// A whole number.
    public func integer(_ key: String, in range: ClosedRange<Int>) throws(HandlerOptionError) -> Int? {
        guard let text = text(key, as: .plain) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw wrong(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A time in whole seconds.
    public func seconds(_ key: String, in range: ClosedRange<Int>) throws(HandlerOptionError) -> Duration? {
        try integer(key, in: range).map { .seconds($0) }
    }

    /// True or false.
    public func flag(_ key: String) throws(HandlerOptionError) -> Bool? {
        guard let text = text(key, as: .plain) else { return nil }
        guard let value = Bool(text.lowercased()) else { throw wrong(key, "true or false") }
        return value
    }

    /// One of a few words.
    public func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String
    ) throws(HandlerOptionError) -> Value? {
        guard let text = text(key, as: .plain) else { return nil }
        guard let value = Value(rawValue: text.lowercased()) else {
            throw wrong(key, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    /// An address that begins with `http:` or `https:`.
    public func url(_ key: String) throws(HandlerOptionError) -> URL? {
        guard let text = text(key, as: .address) else { return nil }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false else {
            // Not shown: an address can hold a password.
            throw HandlerOptionError("The setting \(name(key)) must be an address such as https://example.com/path.")
        }
        return url
    }

    /// A secret: the text of `key`, or the first line of the file that `<key>_file` names, without white space, invisible
    /// characters and quotation marks around it.
    public func secret(_ key: String) throws(HandlerOptionError) -> String? {
        let (text, file) = (text(key), text("\(key)_file", as: .plain))
        guard text == nil || file == nil else {
            throw HandlerOptionError("The handler \(id) has both \(key) and \(key)_file; keep one of them.")
        }
        do throws(SecretProblem) {
            if let file { return try SecretText.single(file: file, warnings) }
            return try text.map { text throws(SecretProblem) in
                try SecretText(text).single("The setting \(name(key))", warnings)
            }
        } catch {
            guard let file else { throw HandlerOptionError(error.description) }
            throw HandlerOptionError(
                "Cannot read a secret in \(file), which \(name("\(key)_file")) names. \(error.description)"
            )
        }
    }

    // MARK: Errors

    /// The error of a value that is set and wrong; `expectation` ends the sentence "it must be …".
    ///
    /// The value itself is not shown, because it may be a secret in the wrong place.
    public func wrong(_ key: String, _ expectation: String) -> HandlerOptionError {
        HandlerOptionError("The setting \(name(key)) is not right: it must be \(expectation).")
    }

    /// Both names of a key, for messages.
    private func name(_ key: String) -> String {
        SettingName.both("handlers.\(id).\(key)")
    }
}

/// What is wrong with the configuration of a handler, in one sentence with the remedy.
public struct HandlerOptionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    /// Makes an error.
    public init(_ description: String) {
        self.description = description
    }
}

/// The keys that a module asked for.
private final class AskedKeys: Sendable {
    private let keys = Mutex<[String: HandlerOptions.Use]>([:])

    var all: [String: HandlerOptions.Use] { keys.withLock { $0 } }

    func insert(_ key: String, _ use: HandlerOptions.Use) {
        keys.withLock { $0[key] = use }
    }
}
