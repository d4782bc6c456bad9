import Dispatch
import Glibc
public import Logging
import Synchronization

/// An HTTP/1.1 server on plain sockets: one epoll loop per processor, each on a Dispatch queue of its own.
///
/// The loops share one listening socket; a connection stays with the loop that accepted it.
public final class Server<R: Responder>: Sendable {
    private let configuration: ServerConfiguration
    private let responder: R
    private let logger: Logger
    private let loops = Mutex<[EventLoop<R>]>([])
    private let running = DispatchGroup()

    /// Makes a server; it listens after ``start()``.
    public init(configuration: ServerConfiguration, responder: R, logger: Logger) {
        self.configuration = configuration
        self.responder = responder
        self.logger = logger
    }

    /// Listens and serves; returns the port at once.
    ///
    /// - Throws: ``ServerError``.
    public func start() throws(ServerError) -> Int {
        Self.raiseDescriptorLimit()
        let listener = try Listener(host: configuration.host, port: configuration.port)
        let shared = EventLoop<R>.Shared(
            configuration: configuration,
            responder: responder,
            listener: listener,
            metrics: ServerMetrics(),
            logger: logger,
            refusals: RateLimitedLog(),
            connectionCount: ConnectionCount(limit: configuration.maximumConnections)
        )
        var made: [EventLoop<R>] = []
        for _ in 0..<configuration.loopCount { made.append(try EventLoop(shared: shared)) }
        for (index, loop) in made.enumerated() {
            let queue = DispatchQueue(label: "polar-receiver.http.\(index)", qos: .userInitiated)
            queue.async(group: running) { loop.run() }
        }
        loops.withLock { $0 = made }
        return listener.port
    }

    /// Stops accepting, answers what is being read, and returns when every client is gone or `grace` is over.
    public func drain(grace: Duration) async {
        // The loops are let go as well: the listening socket closes with the last of them.
        let ending = loops.withLock { loops in
            defer { loops = [] }
            return loops
        }
        ending.forEach { $0.mailbox.post(.drain) }
        let deadline = DispatchTime.now() + .milliseconds(Int(clamping: grace.milliseconds))
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [running] in
                if running.wait(timeout: deadline) == .timedOut {
                    ending.forEach { $0.mailbox.post(.stop) }
                    running.wait()
                }
                continuation.resume()
            }
        }
    }

    /// Raises the soft limit of open files to the hard one, so that connections are limited by configuration.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        // Without the right to raise it, the limit stays as it is.
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
