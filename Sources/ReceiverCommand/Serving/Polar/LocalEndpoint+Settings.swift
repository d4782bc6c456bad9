import PolarReconciliation

extension EndpointSettings {
    /// The endpoint as its other end in Polar is found.
    var local: LocalEndpoint { LocalEndpoint(name: name, path: path, polarID: polarID) }
}

extension DatabaseLocation {
    /// The file beside the database that says how far each endpoint was compared with Polar; nil for an inbox in memory.
    var progressFile: ProgressFile? {
        switch self {
        case .sqlite(let path): ProgressFile(path: "\(path).polar.json")
        case .memory: nil
        }
    }
}
