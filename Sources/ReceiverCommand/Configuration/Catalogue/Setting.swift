import PolarReceiver

/// One key of the configuration: what it takes, what it is when nobody sets it, and what it means.
///
/// The catalogue ``all`` is the only place that knows them: whoever adds a setting adds a line there.
struct Setting: Sendable {
    /// What a value has to be.
    enum Kind: Sendable {
        case text

        /// The path of a file that the receiver reads.
        case file
        case list
        case flag
        case number(ClosedRange<Int>, unit: String? = nil)
        case choice([String])
    }

    /// What else there is to know.
    struct Traits: OptionSet, Sendable {
        let rawValue: Int

        /// Its text is never shown.
        static let secret = Traits(rawValue: 1)

        /// A reload puts a new value in force; all others need a restart.
        static let reloaded = Traits(rawValue: 2)

        /// It is no key of the file.
        static let environmentOnly = Traits(rawValue: 4)
    }

    /// Its path in the file; `<name>` stands for the name of an endpoint or a handler.
    let key: String
    let kind: Kind

    /// The value when nobody sets one, nil for none.
    let standard: String?
    let traits: Traits

    /// One or two sentences for its user.
    let summary: String

    init(
        _ key: String,
        _ kind: Kind,
        standard: (any CustomStringConvertible)? = nil,
        traits: Traits = [],
        _ summary: String
    ) {
        self.key = key
        self.kind = kind
        self.standard = standard.map { "\($0)" }
        self.traits = traits
        self.summary = summary
    }

    /// Its name in the environment; `<NAME>` stands for the name of a section there.
    var variable: String {
        key.split(separator: ".")
            .map { $0 == Self.placeholder ? $0.uppercased() : SettingName.variable(String($0)) }
            .joined(separator: "_")
    }

    /// What its user calls it.
    var name: String { traits.contains(.environmentOnly) ? variable : key }

    var isList: Bool {
        if case .list = kind { true } else { false }
    }

    var isFile: Bool {
        if case .file = kind { true } else { false }
    }

    /// The end of the sentence "it must be …".
    var expectation: String {
        switch kind {
        case .text: "a text"
        case .file: "the path of a file"
        case .list: "a list of texts"
        case .flag: "true or false"
        case .number(let range, _): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        }
    }
}
