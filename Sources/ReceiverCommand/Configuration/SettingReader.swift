import Configuration
import PolarReceiver

/// Reads settings by the rules of the catalogue, and says in one sentence what is wrong with one.
///
/// Every value is read as text first, so that environment and file are judged by the same rules.
struct SettingReader: Sendable {
    private let environment: ConfigReader
    private let file: (path: String, reader: ConfigReader)?

    /// What an operator should know about the secrets that were read so far.
    let secretWarnings = SecretWarnings()

    /// The environment wins over the file; an empty variable is none.
    init(environment: [String: String], file: ConfigurationFile? = nil) {
        let variables = environment.filter { !$0.value.isEmpty }
        self.environment = ConfigReader(
            provider: EnvironmentVariablesProvider(environmentVariables: variables, secretsSpecifier: .all)
        )
        self.file = file?.provider.map { (file?.path ?? "", ConfigReader(provider: $0)) }
    }

    // MARK: Values

    /// A setting that has a default.
    func text(_ key: String) -> String {
        inForce(setting(key), key)
    }

    /// A setting's text, nil when it is not set or empty.
    func optionalText(_ key: String) -> String? {
        find(key) { reader, key in reader.string(forKey: key, isSecret: true) }?.value
    }

    /// A list of texts, nil when it is not set.
    func texts(_ key: String) -> [String]? {
        find(key) { reader, key in reader.stringArray(forKey: key, isSecret: true) }?.value
    }

    /// A whole number.
    func integer(_ key: String) throws -> Int {
        let setting = setting(key)
        let text = inForce(setting, key)
        guard case .number(let range, _) = setting.kind, let value = Int(text), range.contains(value) else {
            throw wrong(key, text)
        }
        return value
    }

    /// A time in whole seconds.
    func seconds(_ key: String) throws -> Duration {
        .seconds(try integer(key))
    }

    /// Yes or no.
    func flag(_ key: String) throws -> Bool {
        let text = text(key)
        guard let value = Bool(text.lowercased()) else { throw wrong(key, text) }
        return value
    }

    /// One of a few words.
    func choice<Value: RawRepresentable<String>>(_ key: String) throws -> Value {
        let text = text(key)
        guard let value = Value(rawValue: text.lowercased()) else { throw wrong(key, text) }
        return value
    }

    /// A secret of a setting, or of the first line of the file that its twin `…_file` names; nil where neither is set.
    func secret(_ key: String) throws -> String? {
        let (text, file) = (optionalText(key), optionalText("\(key)_file"))
        guard text == nil || file == nil else {
            throw CommandFailure.configuration("Both \(key) and \(key)_file are set; unset one of them.")
        }
        if let file { return try ConfiguredSecrets.single(inFile: file, secretWarnings) }
        do throws(SecretProblem) {
            return try text.map { text throws(SecretProblem) in
                try SecretText(text).single("The setting \(SettingName.both(key))", secretWarnings)
            }
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }

    // MARK: Origins

    /// The texts of a list of secrets, and where they are set: the entries of the file, or a variable as it is.
    ///
    /// A variable is not split here: ``SecretText`` says which texts are several secrets.
    func secretEntry(_ key: String) -> (texts: [String], origin: SettingOrigin)? {
        if let variable = environment.string(forKey: ConfigKey(key), isSecret: true), !variable.isEmpty {
            return ([variable], .environment(SettingName.variable(key)))
        }
        return entry(key, isList: true)
    }

    /// What is set, one text or several, and where.
    func entry(_ key: String, isList: Bool) -> (texts: [String], origin: SettingOrigin)? {
        if isList {
            return find(key) { $0.stringArray(forKey: $1, isSecret: true) }.map { ($0.value, $0.origin) }
        }
        return find(key) { $0.string(forKey: $1, isSecret: true) }.map { ([$0.value], $0.origin) }
    }

    private func find<Value: Collection>(
        _ key: String,
        _ read: (ConfigReader, ConfigKey) -> Value?
    ) -> (value: Value, origin: SettingOrigin)? {
        let configKey = ConfigKey(key)
        if let value = read(environment, configKey), !value.isEmpty {
            return (value, .environment(SettingName.variable(key)))
        }
        guard let file, let value = read(file.reader, configKey), !value.isEmpty else { return nil }
        return (value, .file(file.path))
    }

    private func inForce(_ setting: Setting, _ key: String) -> String {
        guard let text = optionalText(key) ?? setting.standard else {
            preconditionFailure("The setting \(key) has no default")
        }
        return text
    }

    private func setting(_ key: String) -> Setting {
        guard let setting = Setting.of(key) else { preconditionFailure("The setting \(key) is not in the catalogue") }
        return setting
    }

    // MARK: Errors

    /// The error of a value that is not what the catalogue says, or `expectation` where that says too little.
    func wrong(_ key: String, _ text: String, _ expectation: String? = nil) -> CommandFailure {
        let setting = setting(key)
        let value = setting.traits.contains(.secret) ? "not right" : text
        return .configuration(
            "The setting \(SettingName.both(key)) is \(value), it must be \(expectation ?? setting.expectation)."
        )
    }
}
