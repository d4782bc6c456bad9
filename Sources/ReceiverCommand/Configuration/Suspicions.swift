import PolarReceiver

/// What looks like a copying mistake in the secrets; they are used as they are all the same.
enum Suspicions {
    static func sentences(about endpoints: [WebhookEndpoint]) -> [String] {
        endpoints.flatMap { endpoint in
            endpoint.secrets.enumerated().flatMap { index, secret in
                secret.suspicions.map { "Look at secret \(index + 1) of endpoint \(endpoint.name). \($0)" }
            }
        }
    }
}
