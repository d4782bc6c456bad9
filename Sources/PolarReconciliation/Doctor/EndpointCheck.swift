import PolarAPI
import PolarEvents

/// Whether an endpoint in Polar is set up as the receiver needs it.
struct EndpointCheck {
    /// What the receiver's models were made of.
    private static let knownVersions: Set<String> = ["2026-04", "2026-10", "2027-01"]
    private static let deprecatedVersions: Set<String> = ["2026-04"]

    let endpoint: ReceiverFacts.Endpoint
    let polar: PolarEndpoint

    var findings: [Finding] {
        [disabled, format, missing, superfluous, version, secret, oldSecrets, scheme].compactMap(\.self)
    }

    private var name: String { endpoint.local.name }
    private var update: String { "'polar-receiver endpoints update \(polar.id)" }

    private func finding(
        _ code: String,
        _ severity: Finding.Severity,
        _ sentence: String,
        _ remedy: String
    ) -> Finding {
        Finding(code, severity, name, sentence, remedy: remedy)
    }

    private var disabled: Finding? {
        guard !polar.isEnabled else { return nil }
        return finding(
            "endpoint_disabled",
            .error,
            "The endpoint is disabled: Polar makes no events for it.",
            "Repair what the other findings say, then run 'polar-receiver reconcile --enable'."
        )
    }

    private var format: Finding? {
        guard polar.format != "raw" else { return nil }
        return finding(
            "wrong_format",
            .error,
            "The endpoint's format is \(polar.format): its messages are chat messages, not events.",
            "Run \(update) --format raw'."
        )
    }

    private var missing: Finding? {
        let missing = endpoint.wantedTypes.subtracting(polar.events).sorted()
        guard !missing.isEmpty else { return nil }
        return finding(
            "events_not_sent",
            .warning,
            "Handlers take events that the endpoint does not send: \(missing.joined(separator: ", ")).",
            "Run \(update) --handled-events', or leave them out of the handlers' events."
        )
    }

    private var superfluous: Finding? {
        guard !endpoint.takesEveryType else { return nil }
        let superfluous = Set(polar.events).subtracting(endpoint.wantedTypes).sorted()
        guard !superfluous.isEmpty else { return nil }
        return finding(
            "events_not_handled",
            .note,
            "The endpoint sends events that no handler takes, which are stored: \(superfluous.joined(separator: ", ")).",
            "Run \(update) --handled-events', if they are not wanted."
        )
    }

    private var version: Finding? {
        guard let version = polar.apiVersion else {
            return finding(
                "version_unknown",
                .note,
                "Polar does not say in which version the endpoint's payloads are.",
                "Run \(update) --api-version 2026-10'."
            )
        }
        if Self.deprecatedVersions.contains(version) {
            return finding(
                "version_deprecated",
                .warning,
                "The endpoint's payloads have the version \(version), which Polar will remove.",
                "Run \(update) --api-version 2026-10'."
            )
        }
        guard !Self.knownVersions.contains(version) else { return nil }
        return finding(
            "version_too_new",
            .warning,
            "The endpoint's payloads have the version \(version), which this receiver was not made for.",
            "Install a newer receiver, or run \(update) --api-version 2026-10'."
        )
    }

    /// Which of the configured secrets is the endpoint's.
    private var secretIndex: Int? { endpoint.secrets.firstIndex { $0.equals(polar.secret.text) } }

    private var secret: Finding? {
        guard !endpoint.secrets.isEmpty else {
            return finding(
                "no_secret",
                .error,
                "No secret is configured for the endpoint, so nothing can be verified.",
                "Set endpoints.\(name).secret_file, and run 'polar-receiver endpoints rotate-secret --resume'."
            )
        }
        guard secretIndex == nil else { return nil }
        let count = endpoint.secrets.count
        let place = count == 1 ? "not the configured one" : "none of the \(count) configured ones"
        return finding(
            "wrong_secret",
            .error,
            "The endpoint's secret is \(place), so none of its messages verifies.",
            "Run 'polar-receiver endpoints rotate-secret --resume', or copy the secret from the endpoint's page."
        )
    }

    /// A rotation that is under way, or was never finished.
    private var oldSecrets: Finding? {
        guard let secretIndex, endpoint.secrets.count > 1 else { return nil }
        return finding(
            "old_secrets",
            .note,
            "The endpoint's secret is number \(secretIndex + 1) of \(endpoint.secrets.count) configured ones.",
            "Once nothing comes with the old ones, run 'polar-receiver endpoints rotate-secret --remove-old'."
        )
    }

    private var scheme: Finding? {
        guard polar.usesStandardWebhookSignature == false else { return nil }
        return finding(
            "old_signature_rule",
            .note,
            "The endpoint signs by Polar's older rule, which the receiver verifies as well.",
            "Nothing needs to be done; 'polar-receiver endpoints rotate-secret' moves it to Standard Webhooks."
        )
    }
}
