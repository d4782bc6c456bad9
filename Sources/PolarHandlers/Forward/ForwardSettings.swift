package import HTTPClient
package import PolarReceiver
import StandardWebhooks

/// Where a ``ForwardHandler`` posts to, and how.
package struct ForwardSettings: Sendable {
    package let target: ForwardTarget
    package let signature: ForwardSignature
    package var retryPolicy: RetryPolicy = .default
    package var clientErrors: ClientErrorRule = .retry
    package var concurrencyLimit = 8
    package var timeout: Duration = .seconds(30)
    package var connectTimeout: Duration = .seconds(10)

    /// How long an idle connection is kept.
    ///
    /// Many servers close one that was idle for two to five seconds: a request sent just then would be lost.
    package var idleTime: Duration = .seconds(1)

    /// Whom to trust instead of the system's authorities; nil for these.
    package var authorities: Authorities?

    /// Whether it goes through the proxy that the environment names.
    package var usesProxy = true

    /// The usual settings.
    package init(target: ForwardTarget, signature: ForwardSignature) {
        self.target = target
        self.signature = signature
    }

    /// Reads a section.
    package init(_ options: HandlerOptions) throws(HandlerOptionError) {
        self.init(target: try ForwardTarget(options), signature: try ForwardSignature(options))
        retryPolicy = try Self.retryPolicy(options)
        clientErrors = try options.choice("client_errors") ?? clientErrors
        // Common to all modules, and read here because there is a connection for each of them.
        concurrencyLimit = try options.integer("concurrency", in: 1...1_000) ?? concurrencyLimit
        connectTimeout = try options.seconds("connect_timeout", in: 1...300) ?? connectTimeout
        authorities = try Self.authorities(options)
        usesProxy = try options.choice("proxy") ?? ProxyChoice.environment == .environment
    }

    private enum ProxyChoice: String, CaseIterable {
        case environment, none
    }

    private static func retryPolicy(_ options: HandlerOptions) throws(HandlerOptionError) -> RetryPolicy {
        let usual = RetryPolicy.default
        let base = try options.seconds("retry_base", in: 1...86_400) ?? usual.baseDelay
        let maximum = try options.seconds("retry_max", in: 1...604_800) ?? usual.maximumDelay
        return RetryPolicy(maximumAttempts: usual.maximumAttempts, baseDelay: base, maximumDelay: maximum)
    }

    private static func authorities(_ options: HandlerOptions) throws(HandlerOptionError) -> Authorities? {
        guard let file = options.path("ca_file") else { return nil }
        // nil: the file is missing or not in PEM form; the sentence covers both.
        guard let authorities = Authorities(file: file) else {
            throw options.wrong("ca_file", "the path of a readable file with certificates in PEM form")
        }
        return authorities
    }
}
