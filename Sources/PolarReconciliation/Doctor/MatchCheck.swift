/// Whether there is exactly one endpoint in Polar.
enum MatchCheck {
    static func finding(_ error: ReconciliationError, _ endpoint: String) -> Finding {
        switch error {
        case .noEndpoint(let local):
            Finding(
                "no_endpoint",
                .error,
                endpoint,
                "Polar has no endpoint that sends to \(local.path).",
                remedy: "Make one with 'polar-receiver endpoints create', or set endpoints.\(endpoint).polar_id."
            )
        case .severalEndpoints(let local, let ids):
            Finding(
                "several_endpoints",
                .error,
                endpoint,
                "Polar has \(ids.count) endpoints that send to \(local.path), so events may come twice.",
                remedy: """
                    Delete all but one with 'polar-receiver endpoints delete', or set endpoints.\(endpoint).polar_id to \
                    one of \(ids.joined(separator: ", ")).
                    """
            )
        default: Finding("api_error", .error, endpoint, "\(error)", remedy: "Try again.")
        }
    }
}
