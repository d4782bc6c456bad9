/// The two names of a setting: its path in the file, and that path in capitals in the environment.
package enum SettingName {
    package static func variable(_ key: String) -> String {
        String(key.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// Both names, for messages.
    package static func both(_ key: String) -> String {
        "\(key) (environment \(variable(key)))"
    }
}
