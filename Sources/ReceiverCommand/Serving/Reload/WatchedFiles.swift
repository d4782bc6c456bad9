/// The files that a configuration comes from, and how they were at one moment.
struct WatchedFiles: Equatable, Sendable {
    private let states: [String: FileState?]

    /// Looks at the configuration file and at every file that it or the environment names, right or wrong.
    init(of source: ConfigurationSource) async {
        var document: ConfigurationFile?
        // Nil for one that is wrong: whatever it names is not known then.
        if let path = source.file { document = try? await ConfigurationFile(path: path) }
        let reader = SettingReader(environment: source.environment, file: document)
        let endpoints = document?.endpointNames ?? []
        let names = Setting.endpoint.filter(\.isFile).flatMap { setting in
            (endpoints.isEmpty ? [EndpointSettings.defaultName] : endpoints).map(setting.key(named:))
        }
        let keys = (Setting.plain + Setting.environment).filter(\.isFile).map(\.key) + names
        self.init(paths: [source.file].compactMap(\.self) + keys.compactMap(reader.optionalText))
    }

    init(paths: some Sequence<String>) {
        states = Dictionary(paths.map { ($0, FileState(path: $0)) }) { first, _ in first }
    }

    var paths: Set<String> { Set(states.keys) }
}
