import PolarAPI

/// What an error of Polar's API means.
struct APICheck {
    let server: PolarServer

    func finding(_ error: PolarError) -> Finding {
        switch error {
        case .unauthorized: refused
        case .connectAgain, .oauth, .tokenFile, .malformedToken: noToken(error)
        case .forbidden:
            self.error(
                "token_without_webhooks",
                "The access token may not read webhook endpoints.",
                "Give it the scopes webhooks:read and webhooks:write, or run 'polar-receiver connect'."
            )
        case .unreachable, .timedOut: unreachable(error)
        case .rateLimited:
            Finding(
                "api_rate_limited",
                .warning,
                nil,
                "Polar takes no more requests for now.",
                remedy: "Try again in a minute; something else uses up your organization's requests."
            )
        default: self.error("api_error", "\(error)", "Try again, and look at Polar's status page.")
        }
    }

    private var refused: Finding {
        error(
            "token_refused",
            "\(place.name) does not take the access token.",
            """
            Check that it was made there and has not expired: a token of production does not work in the sandbox, nor the \
            other way round (\(place.setting)). Make a new one in Polar's settings, or run 'polar-receiver connect'.
            """
        )
    }

    private func noToken(_ error: PolarError) -> Finding {
        self.error(
            "token_unusable",
            "\(error)",
            "Run 'polar-receiver connect', or set polar.access_token_file to a file with an organization access token."
        )
    }

    private func unreachable(_ error: PolarError) -> Finding {
        self.error(
            "api_unreachable",
            "\(error)",
            "Check that this machine reaches \(server.apiURL) over the network, and polar.api_url."
        )
    }

    private func error(_ code: String, _ sentence: String, _ remedy: String) -> Finding {
        Finding(code, .error, nil, sentence, remedy: remedy)
    }

    /// Which Polar is configured, and where.
    private var place: (name: String, setting: String) {
        switch server {
        case .production: ("Polar's production environment", "polar.environment is production")
        case .sandbox: ("Polar's sandbox", "polar.environment is sandbox")
        default: ("The Polar at \(server.apiURL)", "polar.environment and polar.api_url say which Polar it is")
        }
    }
}
