/// Whether there is exactly one endpoint in Polar.
enum MatchCheck {
    static func finding(_ error: ReconciliationError, _ endpoint: String) -> Finding {
        switch error {
        case .noEndpoint(let local): missing(local)
        case .severalEndpoints(let local, let ids):
            Finding(
                "several_endpoints",
                .error,
                endpoint,
                "Polar has \(ids.count) endpoints that send to \(local.path), so events may come twice.",
                remedy: """
                    Delete all but one with 'polar-receiver endpoints delete <id> --yes', or set \
                    endpoints.\(endpoint).polar_id to one of \(ids.joined(separator: ", ")).
                    """
            )
        default: Finding("api_error", .error, endpoint, "\(error)", remedy: "Try again.")
        }
    }

    private static func missing(_ local: LocalEndpoint) -> Finding {
        let create = "'polar-receiver endpoints create --url https://…\(local.path) --secret-file <file>'"
        if let id = local.polarID {
            return Finding(
                "no_endpoint",
                .error,
                local.name,
                "Polar has no endpoint with the id \(id).",
                remedy: "Correct endpoints.\(local.name).polar_id or leave it out; or make one with \(create)."
            )
        }
        return Finding(
            "no_endpoint",
            .error,
            local.name,
            "Polar has no endpoint that sends to \(local.path).",
            remedy: "Make one with \(create), or set endpoints.\(local.name).polar_id."
        )
    }
}
