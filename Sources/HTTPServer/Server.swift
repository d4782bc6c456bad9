import Dispatch
import Glibc
public import Logging
import Synchronization

/// An HTTP/1.1 server on plain sockets: one loop per processor, each on a thread of its own.
///
/// The loops share one listening socket; a connection stays with the loop that accepted it, or the less loaded one that was
/// given it.
public final class Server: Sendable {
    private let configuration: ServerConfiguration
    private let responder: any Responder
    private let tls: TLSCredentials?
    private let logger: Logger
    private let mailboxes = Mutex<[Mailbox]>([])
    private let running = DispatchGroup()

    /// Makes a server; it serves after ``start(on:)``.
    ///
    /// - Parameter tls: what it shows its clients; nil to speak HTTP without TLS.
    public init(
        configuration: ServerConfiguration,
        responder: any Responder,
        tls: TLSCredentials? = nil,
        logger: Logger
    ) {
        self.configuration = configuration
        self.responder = responder
        self.tls = tls
        self.logger = logger
    }

    /// Serves the clients of `listener` from now on; returns at once.
    ///
    /// - Throws: ``ServerError`` when the system has no room for the loops and some connections.
    public func start(on listener: Listener) throws(ServerError) {
        let reserve = DescriptorReserve(limit: DescriptorReserve.raiseLimit())
        // Each loop has a set and a mailbox.
        try reserve.check(for: 2 * configuration.loopCount)
        // OpenSSL writes with write(2), where a client that goes away would end the process.
        if tls != nil { signal(SIGPIPE, SIG_IGN) }
        switch configuration.eventSource {
        case .epoll: try run(makeLoops(listener, reserve) as [EventLoop<EpollPoller>])
        case .dispatch: try run(makeLoops(listener, reserve) as [EventLoop<DispatchPoller>])
        }
    }

    /// Stops accepting, answers what is being read, and returns when every client is gone or `grace` is over.
    public func drain(grace: Duration) async {
        let ending = mailboxes.withLock { mailboxes in
            defer { mailboxes = [] }
            return mailboxes
        }
        ending.forEach { $0.post(.drain) }
        let deadline = DispatchTime.now() + .milliseconds(Int(clamping: grace.milliseconds))
        await withCheckedContinuation { continuation in
            let stop = DispatchWorkItem { ending.forEach { $0.post(.stop) } }
            // A queue of its own: all threads of the global ones may be held by handlers that block.
            let queue = DispatchQueue(label: "polar-receiver.http.drain")
            queue.asyncAfter(deadline: deadline, execute: stop)
            running.notify(queue: queue) {
                stop.cancel()
                continuation.resume()
            }
        }
    }

    /// Runs every loop, or none.
    private func run<P>(_ loops: [EventLoop<P>]) throws(ServerError) {
        for loop in loops {
            running.enter()
            do throws(ServerError) {
                try LoopThread.start { [running] in
                    loop.run()
                    running.leave()
                }
            } catch {
                running.leave()
                loops.forEach { $0.mailbox.post(.stop) }
                throw error
            }
        }
        mailboxes.withLock { $0 = loops.map(\.mailbox) }
    }

    private func makeLoops<P>(
        _ listener: Listener,
        _ reserve: DescriptorReserve
    ) throws(ServerError) -> [EventLoop<P>] {
        var mailboxes: [Mailbox] = []
        for _ in 0..<configuration.loopCount { mailboxes.append(try Mailbox()) }
        let context = LoopContext(
            configuration: configuration,
            responder: responder,
            tls: tls,
            listener: listener,
            mailboxes: mailboxes,
            descriptorReserve: reserve,
            logger: logger
        )
        var loops: [EventLoop<P>] = []
        for mailbox in mailboxes { loops.append(try EventLoop(context: context, mailbox: mailbox)) }
        return loops
    }
}
