extension Setting {
    /// Every setting, in the order of config/receiver.yaml.
    static let all = plain + endpoint + handler + environment

    /// Those that are in no section with a name of its own.
    static let plain = server + delivery + retention + http + tls + admin + polar

    /// What stands for the name of a section.
    static let placeholder = "<name>"

    private static let byKey: [String: Setting] = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// The setting of a key such as `port` or `endpoints.polar.path`.
    static func of(_ key: String) -> Setting? {
        byKey[key] ?? byKey[withPlaceholder(key)]
    }

    /// `endpoints.<name>.path` for `endpoints.polar.path`.
    private static func withPlaceholder(_ key: String) -> String {
        var parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return key }
        parts[1] = placeholder
        return parts.joined(separator: ".")
    }

    /// The key in the section of this name.
    func key(named name: String) -> String {
        key.split(separator: ".").map { $0 == Self.placeholder ? name : String($0) }.joined(separator: ".")
    }
}
