public import Logging
public import PolarReceiver

/// Posts every event to a URL: the exact bytes of its body, signed anew or with Polar's own signature.
///
/// One section of the configuration is one target, with its own attempts and dead letters.
public struct ForwardHandler: ConfigurableHandlerModule {
    /// `forward`.
    public static let kind = "forward"

    /// The name of its section in the configuration.
    public let id: HandlerID

    /// Its backoff, from the options `retry_base` and `retry_max`.
    public let retryPolicy: RetryPolicy

    /// As many as connections to the target.
    public let concurrencyLimit: Int

    /// Half a minute: what the target has to answer in.
    public let timeout: Duration

    /// False: its code runs no code of others.
    public var canEndProcess: Bool { false }

    private let signature: ForwardSignature
    private let clientErrors: ClientErrorRule
    private let client: ForwardClient

    /// Makes the module of its section; the article <doc:Forward> lists the options.
    ///
    /// - Throws: ``HandlerOptionError``.
    public init(_ options: HandlerOptions) throws {
        self.init(id: options.id, try ForwardSettings(options))
    }

    /// Makes a module of settings that need not be whole seconds.
    package init(id: HandlerID, _ settings: ForwardSettings) {
        self.id = id
        retryPolicy = settings.retryPolicy
        concurrencyLimit = settings.concurrencyLimit
        timeout = settings.timeout
        signature = settings.signature
        clientErrors = settings.clientErrors
        client = ForwardClient(settings)
    }

    /// Registers for every event; the option `events` chooses among them.
    public func register(on events: inout EventRegistrar) {
        events.onAny { _, delivery in try await forward(delivery) }
    }

    /// Makes the HTTP client.
    public func start(logger: Logger) async throws {
        client.start()
    }

    /// Closes all connections.
    public func stop() async {
        await client.stop()
    }

    /// Makes one attempt.
    ///
    /// - Throws: ``HandlerError`` where the answer says what comes next, ``ForwardFailure`` where the retry policy does.
    package func forward(_ delivery: Delivery) async throws {
        let headers = try ForwardHeaders(delivery, signature)
        let answer = try await client.post(delivery.body, headers.fields, deadline: delivery.deadline)
        if !answer.text.isEmpty {
            let metadata: Logger.Metadata = ["answer.status": "\(answer.status)", "answer.text": "\(answer.text)"]
            delivery.logger.debug("Target answered", metadata: metadata)
        }
        try answer.check(clientErrors, backoff: retryPolicy, attempt: delivery.attempt)
    }
}
