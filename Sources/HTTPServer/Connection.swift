import HTTPWire

/// One client as its loop sees it. Confined to the loop.
final class Connection {
    /// What a connection is waiting for.
    enum Phase {
        /// The next request, or its head.
        case head

        /// The rest of a body.
        case body

        /// The responder's answer.
        case answer

        /// The client to take an answer.
        case flush

        /// The client to close, so that it can read the answer before its bytes are thrown away with the socket.
        case lingering
    }

    let id: ConnectionID
    let socket: Descriptor
    let client: ClientAddress
    var reader: RequestReader
    var input: InputBuffer?

    /// What the client has not yet taken of an answer.
    var output: ArraySlice<UInt8> = []

    var phase = Phase.head

    /// Whether reading may find more; false after it found nothing.
    var isReadable = false

    /// Whether the client will send nothing more.
    var hasEnded = false

    /// Whether the connection ends with the answer under way.
    var closesAfterAnswer = false

    /// Whether nothing of the next request has arrived.
    var isIdle = true

    /// Whether at least one request was answered.
    var hasServed = false

    /// When the loop's patience ends, in milliseconds of the monotonic clock; nil while the server itself is at work.
    var deadline: Int64?

    init(id: ConnectionID, socket: Descriptor, client: ClientAddress, limits: HTTPLimits) {
        self.id = id
        self.socket = socket
        self.client = client
        reader = RequestReader(limits: limits)
    }
}
