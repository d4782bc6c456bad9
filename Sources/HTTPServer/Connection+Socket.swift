import CLinux
import Glibc

extension Connection {
    /// Reads once; false when the client sends nothing more or the connection is broken.
    func receive(into input: InputBuffer) -> Bool {
        let count = input.fill(from: socket.value)
        guard count <= 0 else { return true }
        // Edge-triggered: the next event comes only after the socket was found empty.
        isReadable = false
        return count < 0 && errno == EAGAIN
    }

    /// Sends what the client takes now and keeps the rest in ``output``; false when the connection is broken.
    func send(_ bytes: [UInt8]) -> Bool {
        guard output.isEmpty else {
            output += bytes
            return true
        }
        guard let sent = bytes.withUnsafeBytes(write) else { return false }
        if sent < bytes.count { output = bytes[sent...] }
        return true
    }

    /// Sends of ``output`` what the client takes now; false when the connection is broken.
    func flush() -> Bool {
        guard let sent = output.withUnsafeBytes(write) else { return false }
        output = sent < output.count ? output.dropFirst(sent) : []
        return true
    }

    /// Writes until everything is sent or the socket is full, and returns how much was sent; nil on failure.
    private func write(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var sent = 0
        while sent < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
            let count = linux_send(socket.value, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return errno == EAGAIN ? sent : nil }
            sent += count
        }
        return sent
    }
}
