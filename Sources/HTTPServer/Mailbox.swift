import CLinux
import Glibc
import HTTPWire
import Synchronization

/// Hands messages from any thread to a loop; the first of a batch wakes the loop, the others only join it.
final class Mailbox: Sendable {
    enum Message: Sendable {
        /// The answer to a request that waits for it.
        case reply(RequestID, Response)

        /// The beginning of an answer without an end of its own, and what to call when it has ended.
        case begin(RequestID, StreamHead, @Sendable () -> Void)

        /// A part of it.
        case send(RequestID, [UInt8])

        /// Its end.
        case finish(RequestID)

        /// A client that another loop has accepted, and that is counted in ``Mailbox/load``.
        case serve(AcceptedClient)

        /// A connection of the loop has lost its place to a client of another loop, or to one that nobody has accepted.
        case giveUp(Seat)

        case drain
        case stop
    }

    /// An eventfd that becomes readable when there are messages.
    let descriptor: Descriptor

    /// The load of the loop.
    let load = LoopLoad()

    private let messages = Mutex<[Message]>([])

    init() throws(ServerError) {
        let descriptor = linux_eventfd()
        guard descriptor >= 0 else { throw .system(operation: "eventfd", errno: errno) }
        self.descriptor = Descriptor(descriptor)
    }

    func post(_ message: Message) {
        let isFirst = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        guard isFirst else { return }
        var one: UInt64 = 1
        // Fails only when the counter is full, and then the loop is awake.
        _ = write(descriptor.value, &one, 8)
    }

    /// Takes all messages into `batch`, whose storage the mailbox gets in exchange.
    func take(into batch: inout [Message]) {
        var counter: UInt64 = 0
        // Nothing to read is fine: the messages were taken with an earlier batch.
        _ = read(descriptor.value, &counter, 8)
        messages.withLock { swap(&$0, &batch) }
    }
}
