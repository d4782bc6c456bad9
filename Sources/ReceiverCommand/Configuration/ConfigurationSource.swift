/// Where a configuration is read from, so that it can be read again.
struct ConfigurationSource: Sendable {
    /// The configuration file, if there is one.
    let file: String?
    let fileOrigin: SettingOrigin
    let environment: [String: String]

    /// Whether endpoints without a secret get the one of `serve --dev`.
    let isDevelopment: Bool

    /// The file of the flag, else the one that `CONFIG_FILE` names.
    init(flag: String? = nil, environment: [String: String], isDevelopment: Bool = false) {
        let variable = environment["CONFIG_FILE"].flatMap { $0.isEmpty ? nil : $0 }
        file = flag ?? variable
        fileOrigin = flag == nil ? .environment("CONFIG_FILE") : .flag("--config")
        self.environment = environment
        self.isDevelopment = isDevelopment
    }
}
