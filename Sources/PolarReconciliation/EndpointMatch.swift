import Foundation
package import PolarAPI

/// Finds the endpoint in Polar that sends to one of the receiver's.
package enum EndpointMatch {
    /// Asks Polar for its endpoints, and finds it.
    ///
    /// - Throws: ``ReconciliationError`` when there is none, or more than one.
    static func endpoint(
        of local: LocalEndpoint,
        at polar: PolarClient,
        _ pacer: Pacer
    ) async throws(ReconciliationError) -> PolarEndpoint {
        let all = try await pacer.ask { () throws(PolarError) in try await polar.webhooks.allWebhookEndpoints() }
        return try endpoint(of: local, among: all)
    }

    /// The one whose id is configured, or whose URL ends in the path.
    ///
    /// - Throws: ``ReconciliationError`` when there is none, or more than one.
    package static func endpoint(
        of local: LocalEndpoint,
        among endpoints: [PolarEndpoint]
    ) throws(ReconciliationError) -> PolarEndpoint {
        let found = all(of: local, among: endpoints)
        guard let first = found.first else { throw .noEndpoint(local) }
        guard found.count == 1 else { throw .severalEndpoints(local, found.map(\.id)) }
        return first
    }

    /// Every endpoint that may be meant.
    package static func all(of local: LocalEndpoint, among endpoints: [PolarEndpoint]) -> [PolarEndpoint] {
        if let id = local.polarID { return endpoints.filter { $0.id == id } }
        return endpoints.filter { normal(path(of: $0.url)) == normal(local.path) }
    }

    private static func path(of url: String) -> String {
        URLComponents(string: url)?.percentEncodedPath ?? ""
    }

    /// A slash at the end makes no difference to the receiver.
    private static func normal(_ path: String) -> Substring {
        path.hasSuffix("/") ? path.dropLast() : path[...]
    }
}
