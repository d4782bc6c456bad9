import PolarReceiver

extension Settings {
    /// Every setting with its value in force, in the order of the catalogue.
    ///
    /// Of the options of a module only those are known that it has asked for, see ``modules()``.
    ///
    /// - Parameter modules: the modules, whose own values are in force where none is set.
    func values(_ modules: [any HandlerModule] = []) -> [SettingValue] {
        Setting.plain.map { reader.value(of: $0) }
            + endpoints.flatMap(values)
            + handlers.values(reader, modules)
            + Setting.environment.map { $0.key == "config_file" ? file(of: $0) : reader.value(of: $0) }
    }

    private func values(of endpoint: EndpointSettings) -> [SettingValue] {
        Setting.endpoint.map { setting in
            switch setting.key {
            case "endpoints.<name>.secrets": secrets(of: endpoint, setting)
            case "endpoints.<name>.secret_file" where endpoint.hasSecretsOfEnvironment:
                SettingValue(setting, named: endpoint.name, texts: nil, origins: [.nowhere])
            default: reader.value(of: setting, named: endpoint.name)
            }
        }
    }

    /// All secrets of an endpoint, wherever they come from.
    private func secrets(of endpoint: EndpointSettings, _ setting: Setting) -> SettingValue {
        let (texts, origins) = (endpoint.secretTexts.flatMap(\.parts), endpoint.secretOrigins)
        guard !texts.isEmpty else { return reader.value(of: setting, named: endpoint.name) }
        return SettingValue(setting, named: endpoint.name, texts: texts, origins: origins)
    }

    private func file(of setting: Setting) -> SettingValue {
        guard let file = source.file else { return SettingValue(setting, texts: nil, origins: [.nowhere]) }
        return SettingValue(setting, texts: [file], origins: [source.fileOrigin])
    }
}

extension SettingReader {
    /// The value of a setting, from wherever it is set, or its default.
    func value(of setting: Setting, named section: String? = nil, disclosure: SettingValue.Disclosure = .whole)
        -> SettingValue
    {
        let key = section.map(setting.key(named:)) ?? setting.key
        let standard = setting.standard.map { (texts: [$0], origin: SettingOrigin.standard) }
        let found = entry(key, isList: setting.isList) ?? standard
        let origin = found?.origin ?? .nowhere
        return SettingValue(setting, named: section, texts: found?.texts, origins: [origin], disclosure: disclosure)
    }
}
