import Glibc
import HTTPWire

@testable import HTTPServer

/// Two connected sockets: a connection's and its client's.
final class SocketPair {
    private let server: Int32
    private var client: Int32

    init() throws {
        var pair: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        guard socketpair(AF_UNIX, type, 0, &pair) == 0 else {
            throw TestClient.Failure(operation: "socketpair", errno: errno)
        }
        server = pair[0]
        client = pair[1]
    }

    deinit {
        closeClient()
    }

    func closeClient() {
        close(client)
        client = -1
    }

    /// The connection, which owns the server's socket; to be made once.
    func makeConnection() -> Connection {
        Connection(
            id: ConnectionID(slot: 0, generation: 1),
            socket: Descriptor(server),
            peer: .none,
            seat: .free
        )
    }

    /// Fills the server's socket until it takes no more, and returns with how many bytes.
    func fill() -> Int {
        let bytes = [UInt8](repeating: 0, count: 4_096)
        var total = 0
        while true {
            let count = write(server, bytes, bytes.count)
            guard count > 0 else { return total }
            total += count
        }
    }

    func send(_ text: String) {
        _ = write(client, text, text.utf8.count)
    }

    /// Receives up to `count` bytes that are there.
    func receive(count: Int) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var total = 0
        while total < count {
            let result = buffer[total...].withUnsafeMutableBytes { read(client, $0.baseAddress, $0.count) }
            guard result > 0 else { break }
            total += result
        }
        return Array(buffer.prefix(total))
    }
}

extension Seat {
    /// A seat that is not among those of a server.
    static var free: Seat { Seat(Holder(address: .none, isPreferred: false, isLimited: false)) }
}
