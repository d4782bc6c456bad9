import Foundation

/// A setting and the value in force, for listings and comparisons; a secret is never shown.
struct SettingValue: Sendable, CustomStringConvertible, CustomReflectable {
    /// How much of a value is shown.
    enum Disclosure: Sendable {
        case whole

        /// An address, without its user, password, query and fragment.
        case address
        case nothing
    }

    /// What its user calls it, with the name of its section.
    let name: String

    /// Where the value comes from; a list of secrets can have several sources.
    let origins: [SettingOrigin]

    /// Whether a reload puts another value in force.
    let isReloaded: Bool

    /// How many secrets there are, nil for what is none.
    let secretCount: Int?

    /// The file that the value names.
    let file: String?
    private let texts: [String]?

    /// What is in ``file``, to compare.
    private let content: Data?
    private let isList: Bool
    private let disclosure: Disclosure

    init(
        _ setting: Setting,
        named section: String? = nil,
        texts: [String]?,
        origins: [SettingOrigin],
        disclosure: Disclosure = .whole
    ) {
        name = section.map(setting.key(named:)) ?? setting.name
        self.texts = texts
        self.origins = origins
        isReloaded = setting.traits.contains(.reloaded)
        self.disclosure = disclosure
        let isHidden = setting.traits.contains(.secret) || disclosure == .nothing
        secretCount = isHidden ? texts?.count ?? 0 : nil
        isList = setting.isList
        file = setting.isFile ? texts?.first : nil
        // Nil for a file that cannot be read: whoever reads its meaning says why.
        content = file.flatMap { try? Data(contentsOf: URL(filePath: $0)) }
    }

    var isSet: Bool { texts != nil }

    /// The value for people, nil where there is none.
    var text: String? {
        guard let texts else { return nil }
        if disclosure == .address { return texts.first.map(Self.address) }
        if let secretCount { return secretCount == 1 ? "<redacted>" : "<redacted> (\(secretCount))" }
        return isList ? "[\(texts.joined(separator: ", "))]" : texts.first
    }

    private static func address(_ text: String) -> String {
        guard var parts = URLComponents(string: text), parts.host != nil else { return "<redacted>" }
        (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
        return parts.string ?? "<redacted>"
    }

    /// Where the value comes from, for people.
    var source: String { origins.map(\.description).joined(separator: ", ") }

    /// Whether a setting has another value now, or its file another content.
    func differs(from other: SettingValue) -> Bool {
        texts != other.texts || content != other.content
    }

    var description: String { "\(name): \(text ?? "-")" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
