/// Where the value of a setting comes from.
enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
    case flag(String)
    case environment(String)
    case file(String)
    case standard

    /// The handler module says so itself.
    case module
    case nowhere

    var description: String {
        switch self {
        case .flag(let name): "flag \(name)"
        case .environment(let variable): "environment \(variable)"
        case .file(let path): "file \(path)"
        case .standard: "default"
        case .module: "default of the module"
        case .nowhere: "not set"
        }
    }
}
