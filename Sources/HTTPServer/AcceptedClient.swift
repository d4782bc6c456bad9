import HTTPWire
import Synchronization

/// A client on its way to the loop that will serve it; the socket is closed if it never gets there.
final class AcceptedClient: Sendable {
    let peer: ClientAddress
    let seat: Seat
    private let socket: Mutex<Descriptor?>

    init(_ socket: consuming Descriptor, peer: ClientAddress, seat: Seat) {
        self.socket = Mutex(socket)
        self.peer = peer
        self.seat = seat
    }

    /// The socket, once.
    func takeSocket() -> Descriptor? {
        socket.withLock { $0.take() }
    }
}
