import HTTPWire
import Synchronization

/// The place of one connection among those of all loops, and how soon it goes when that is needed for another.
///
/// The connection's loop says what the connection waits for, and any loop may read that.
final class Seat: Sendable {
    /// Whose connection it is, and what counts for all of theirs.
    struct Holder: Hashable, Sendable {
        /// One IPv6 client usually has a whole /64, so that counts as one address.
        let address: ClientAddress

        /// Whether its connections go last.
        let isPreferred: Bool

        /// Whether the limit of one address is for it; behind a proxy are many clients.
        let isLimited: Bool
    }

    /// What may be closed for another client, the most dispensable first.
    enum Standing: UInt64 {
        /// Between two requests.
        case idle

        /// Its last answer is sent.
        case lingering

        /// Before the end of a head, from the first moment of the connection.
        case head

        /// Before the end of a body.
        case body

        /// The client is slow to take an answer.
        case taking
    }

    /// Where the connection is.
    struct Location: Sendable {
        let mailbox: Mailbox
        let id: ConnectionID
    }

    let holder: Holder

    /// Where it is among the seats of its holder; negative once it has lost its place.
    ///
    /// Only ``Seats`` changes it, under its lock.
    let index = Atomic(-1)

    private let order = Atomic(UInt64.max)
    private let place = Mutex<Location?>(nil)

    init(_ holder: Holder) {
        self.holder = holder
    }

    /// Nil while the connection is on its way to its loop.
    var location: Location? { place.withLock { $0 } }

    /// Says which connection it is; called once.
    func settle(_ location: Location) {
        place.withLock { $0 = location }
    }

    /// The lower, the sooner it goes; nil for never.
    var urgency: UInt64? {
        let order = order.load(ordering: .relaxed)
        return order == .max ? nil : order
    }

    /// Says what the connection waits for, and until when: of those with the same standing the first to end goes first.
    ///
    /// - Parameter standing: nil while the server itself is at work.
    func note(_ standing: Standing?, until deadline: Int64) {
        let new = standing.map { $0.rawValue << 60 | UInt64(min(max(0, deadline), 1 << 59)) } ?? .max
        order.store(new, ordering: .relaxed)
    }
}
