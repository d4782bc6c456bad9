import Glibc

/// Owns a file descriptor and closes it at the end of its life.
struct Descriptor: ~Copyable, Sendable {
    let value: Int32

    init(_ value: Int32) {
        self.value = value
    }

    /// Tells the other side of a socket that nothing more comes.
    func finishSending() {
        // Fails when the other side has reset the connection.
        _ = shutdown(value, Int32(SHUT_WR))
    }

    deinit {
        close(value)
    }
}
