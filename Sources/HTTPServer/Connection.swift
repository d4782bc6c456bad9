import HTTPWire

/// One client as its loop sees it, confined to that loop.
final class Connection {
    /// What a connection is waiting for.
    enum Phase {
        /// The header of the PROXY protocol, or the rest of it.
        case proxyHeader

        /// The end of the TLS handshake.
        case handshake

        /// The next request, of which nothing has arrived.
        case idle

        /// The rest of a head.
        case head

        /// The rest of a body.
        case body

        /// The responder's answer.
        case answer

        /// The client to take an answer.
        case flush

        /// The responder's next part of an answer without an end of its own, or the client to leave.
        case stream

        /// The client to close, so that it can read the answer before its bytes are thrown away with the socket.
        case lingering

        /// Nothing: its loop is to forget it.
        case closed
    }

    let id: ConnectionID
    let socket: Descriptor

    /// Its place among the connections of all loops.
    let seat: Seat

    /// The other end of the socket.
    let peer: ClientAddress

    /// On whose behalf it is: the peer, or whom a proxy has named in the header of the connection.
    var client: ClientAddress

    /// Nil on a connection without TLS.
    var tls: TLSSession?

    /// What has come of the next request; nil while that is nothing.
    var incoming: IncomingRequest?

    /// What the client has not yet taken.
    var output: ArraySlice<UInt8> = []

    var phase = Phase.idle

    /// Whether reading may find more; false after it found nothing.
    var isReadable = false

    /// Whether the client is known to send nothing more, so that reading may find the end behind the last bytes.
    var peerHasEnded = false

    /// Whether the answer is one to HEAD.
    var omitsBody = false

    /// Whether the connection ends with the answer under way.
    var closesAfterAnswer = false

    /// Whether its request is too long for the memory that is left; its loop makes room or refuses it at once.
    var waitsForRoom = false

    /// Whether it waits for its loop's next turn.
    var isPostponed = false

    /// Called when an answer without an end of its own has ended.
    var onStreamEnd: (@Sendable () -> Void)?

    /// The number of requests handed to the responder, wrapping.
    var requestCount: UInt32 = 0

    /// When it was opened, in milliseconds of the monotonic clock.
    var opened: Int64 = 0

    /// When the loop's patience ends, in milliseconds of the monotonic clock; nil while the server itself is at work.
    var deadline: Int64?

    /// The tick for which the loop has noted it, see ``DeadlineWheel``.
    var noted: Int64?

    init(id: ConnectionID, socket: consuming Descriptor, peer: ClientAddress, seat: Seat) {
        self.id = id
        self.socket = socket
        self.seat = seat
        self.peer = peer
        client = peer
    }

    /// Whether it cannot go on before its socket takes more bytes.
    var waitsForWriting: Bool { !output.isEmpty || tls?.waitsForWriting == true }

    /// Whether a request is arriving that takes more than a pooled buffer.
    var holdsLongRequest: Bool {
        guard phase == .head || phase == .body, let incoming else { return false }
        return incoming.input.capacity > InputBuffer.standardCapacity
    }

    /// Whether it waits for a request, as far as is known, so that closing it takes nothing from its client.
    var isIdle: Bool {
        switch phase {
        case .proxyHeader, .handshake, .idle: !isPostponed
        case .head, .body, .answer, .flush, .stream, .lingering, .closed: false
        }
    }

    /// How dispensable it is when its place is needed for another client; nil while the server itself is at work.
    ///
    /// A client that has just connected is like one that sends a head: it is about to.
    var standing: Seat.Standing? {
        switch phase {
        case .idle: requestCount == 0 || isPostponed ? .head : .idle
        case .lingering: .lingering
        case .proxyHeader, .handshake, .head: .head
        case .body: .body
        case .flush, .stream: .taking
        case .answer, .closed: nil
        }
    }
}
