public import HTTPWire

/// What a server allows.
public struct ServerConfiguration: Sendable {
    /// How much of a request is read.
    public let limits: HTTPLimits

    /// How many bytes the requests of all connections may take while they arrive, beyond 16 KiB for each connection.
    ///
    /// Beyond it the request that has been arriving longest is refused with 503. The budget is at least
    /// ``smallestBodyBudget(bodyLimit:)``.
    public let bodyBudget: Int

    /// From the first moment of a connection to the end of its TLS handshake.
    public let handshakeTimeout: Duration

    /// From the first moment of a connection, or the first byte of a later request, to the end of its head.
    public let headTimeout: Duration

    /// From the end of the head to the end of the body, and for the client to take an answer.
    public let bodyTimeout: Duration

    /// Between two requests.
    ///
    /// Polar reuses a connection for 5 s; closing earlier than that would cost it an attempt.
    public let idleTimeout: Duration

    /// The most connections at the same time.
    public let maximumConnections: Int

    /// The most connections of one address at the same time; of proxies that are trusted any number.
    public let maximumConnectionsPerAddress: Int

    /// How many of all connections are kept for ``preferredClients`` and proxies that are trusted; half of all at most.
    public let reservedConnections: Int

    /// Whose connections are closed last when there are too many.
    public let preferredClients: PreferredClients

    /// Whose word for a client's address is taken.
    public let trustedProxies: TrustedProxies

    /// The number of loops, at least 1; by default one per processor, up to 16.
    public let loopCount: Int

    /// How the loops learn what clients did.
    public let eventSource: EventSource

    /// The budget with which the longest body still finds room when it is alone.
    public static func smallestBodyBudget(bodyLimit: Int) -> Int {
        min(max(0, bodyLimit), 1 << 40) + (1 << 20)
    }

    /// Makes a configuration.
    public init(
        limits: HTTPLimits = HTTPLimits(),
        bodyBudget: Int = 64 << 20,
        handshakeTimeout: Duration = .seconds(5),
        headTimeout: Duration = .seconds(10),
        bodyTimeout: Duration = .seconds(20),
        idleTimeout: Duration = .seconds(75),
        maximumConnections: Int = 10_000,
        maximumConnectionsPerAddress: Int = 2_500,
        reservedConnections: Int = 100,
        preferredClients: PreferredClients = PreferredClients(),
        trustedProxies: TrustedProxies = TrustedProxies(),
        loopCount: Int = ServerConfiguration.processorCount,
        eventSource: EventSource = .epoll
    ) {
        self.limits = limits
        self.bodyBudget = max(bodyBudget, Self.smallestBodyBudget(bodyLimit: limits.body))
        self.handshakeTimeout = handshakeTimeout
        self.headTimeout = headTimeout
        self.bodyTimeout = bodyTimeout
        self.idleTimeout = idleTimeout
        self.maximumConnections = max(1, maximumConnections)
        self.maximumConnectionsPerAddress = max(1, maximumConnectionsPerAddress)
        self.reservedConnections = max(0, reservedConnections)
        self.preferredClients = preferredClients
        self.trustedProxies = trustedProxies
        self.loopCount = max(1, loopCount)
        self.eventSource = eventSource
    }
}
