import PolarReceiver

/// What looks like a mistake in secrets; they are used all the same.
enum Suspicions {
    /// The sentences about all secrets of a configuration whose endpoints and modules are made.
    static func sentences(about endpoints: [WebhookEndpoint], in settings: Settings) -> [String] {
        settings.reader.secretWarnings.all + settings.handlers.secretWarnings + sentences(about: endpoints)
    }

    static func sentences(about endpoints: [WebhookEndpoint]) -> [String] {
        let single = endpoints.flatMap { endpoint in
            endpoint.secrets.enumerated().flatMap { index, secret in
                secret.suspicions.map { "Look at secret \(index + 1) of endpoint \(endpoint.name). \($0)" }
            }
        }
        return single + shared(among: endpoints)
    }

    /// A message for one endpoint is accepted at each endpoint that has the secret.
    private static func shared(among endpoints: [WebhookEndpoint]) -> [String] {
        endpoints.enumerated().flatMap { index, endpoint in
            endpoints.dropFirst(index + 1)
                .filter { other in
                    endpoint.secrets.contains { secret in other.secrets.contains(where: secret.isSame) }
                }
                .map {
                    """
                    The endpoints \(endpoint.name) and \($0.name) have the same secret, so each accepts the messages of \
                    the other; give each its own.
                    """
                }
        }
    }
}
