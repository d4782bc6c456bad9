package import EventStore
package import PolarAPI

/// Why the inbox cannot be compared with Polar: one sentence with the remedy.
package enum ReconciliationError: Error, CustomStringConvertible {
    /// Polar has no endpoint that sends here.
    case noEndpoint(LocalEndpoint)

    /// Polar has more than one, with these ids.
    case severalEndpoints(LocalEndpoint, [String])

    /// Polar's API does not do what is asked.
    case polar(PolarError)

    /// The inbox cannot be read or written.
    case store(StoreError)

    /// A message cannot be handed to the receiver.
    case receiver(String)

    /// What has been checked cannot be noted down.
    case progressFile(String)

    package var description: String {
        switch self {
        case .noEndpoint(let local):
            if let id = local.polarID {
                return "Polar has no endpoint \(id): correct endpoints.\(local.name).polar_id, or leave it out."
            }
            return """
                Polar has no endpoint whose URL ends in \(local.path): make one with 'polar-receiver endpoints create', \
                or set endpoints.\(local.name).polar_id.
                """
        case .severalEndpoints(let local, let ids):
            return """
                Polar has \(ids.count) endpoints whose URLs end in \(local.path): set endpoints.\(local.name).polar_id to \
                one of \(ids.joined(separator: ", ")), or delete the others.
                """
        case .polar(let error): return "\(error)"
        case .store(let error): return "\(error)"
        case .receiver(let sentence): return sentence
        case .progressFile(let path):
            return "Cannot note in \(path) what was checked: it must be a file that the receiver may read and write."
        }
    }
}
