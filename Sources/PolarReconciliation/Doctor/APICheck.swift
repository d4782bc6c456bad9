import PolarAPI

/// What an error of Polar's API means.
enum APICheck {
    static func finding(_ error: PolarError) -> Finding {
        switch error {
        case .unauthorized:
            Finding(
                "token_refused",
                .error,
                nil,
                "Polar does not take the access token.",
                remedy: """
                    Check that it has not expired and that polar.environment is where it was made (production or \
                    sandbox); make a new one in Polar's settings, or run 'polar-receiver connect'.
                    """
            )
        case .forbidden:
            Finding(
                "token_without_webhooks",
                .error,
                nil,
                "The access token must not read webhook endpoints.",
                remedy: "Give it the scopes webhooks:read and webhooks:write."
            )
        case .unreachable, .timedOut:
            Finding(
                "api_unreachable",
                .error,
                nil,
                "\(error)",
                remedy: "Check that this machine reaches Polar's API over the network, and polar.api_url."
            )
        case .rateLimited:
            Finding(
                "api_rate_limited",
                .warning,
                nil,
                "Polar takes no more requests for now.",
                remedy: "Try again in a minute; something else uses up your organization's requests."
            )
        default:
            Finding("api_error", .error, nil, "\(error)", remedy: "Try again, and look at Polar's status page.")
        }
    }
}
