/// The settings in force, and which of them a new configuration changes.
struct SettingChanges: Sendable {
    private var inForce: [String: SettingValue]

    /// In the order of the catalogue.
    private(set) var applied: [String] = []

    /// What differs from the new configuration and waits for a restart.
    private(set) var waiting: [String] = []

    init(_ settings: Settings) {
        inForce = Self.byName(settings.values())
    }

    /// Puts in force what a reload can; a setting of a section that was not there before, or is not any more, it cannot.
    mutating func apply(_ settings: Settings, usesTLS: Bool) {
        let values = settings.values()
        let new = Self.byName(values)
        let common = values.filter { inForce[$0.name]?.differs(from: $0) == true }
        let gone = inForce.values.filter { new[$0.name] == nil && $0.isSet }.map(\.name)
        let come = values.filter { inForce[$0.name] == nil && $0.isSet }.map(\.name)
        // TLS as such cannot be turned on or off while connections are open.
        let isLive = { (value: SettingValue) in
            value.isReloaded && (!value.name.hasPrefix("tls.") || usesTLS == (settings.tls != nil))
        }
        for value in common where isLive(value) { inForce[value.name] = value }
        applied = common.filter(isLive).map(\.name)
        waiting = common.filter { !isLive($0) }.map(\.name) + gone.sorted() + come
    }

    private static func byName(_ values: [SettingValue]) -> [String: SettingValue] {
        Dictionary(values.map { ($0.name, $0) }) { first, _ in first }
    }
}
