/// A setting as a line of JSON, with the same keys for every one.
struct SettingLine: Encodable {
    private enum Key: String, CodingKey {
        case key, value, source, secrets, reloaded
    }

    private let setting: SettingValue

    init(_ setting: SettingValue) {
        self.setting = setting
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(setting.name, forKey: .key)
        try container.encode(setting.text, forKey: .value)
        try container.encode(setting.source, forKey: .source)
        try container.encode(setting.secretCount, forKey: .secrets)
        try container.encode(setting.isReloaded, forKey: .reloaded)
    }
}
