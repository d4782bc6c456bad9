import CLinux
import Glibc

extension Connection {
    /// Reads once; false when the client sends nothing more or the connection is broken.
    func receive(into input: InputBuffer) -> Bool {
        var room = 0
        let count = input.fill { bytes in
            room = bytes.count
            return tls?.read(into: bytes) ?? read(socket.value, bytes.baseAddress, room)
        }
        // Fewer bytes than there is room for leave the socket empty, so that the next ones bring an event, see epoll(7).
        // What TLS has received and not yet given brings none.
        if count <= 0 || (count < room && tls == nil && !peerHasEnded) { isReadable = false }
        return count > 0 || (count < 0 && errno == EAGAIN)
    }

    /// Reads what has arrived and leaves it in the socket as well; false when there is nothing more or it is broken.
    func peek(into input: InputBuffer) -> Bool {
        let count = input.fill { recv(socket.value, $0.baseAddress, $0.count, Int32(MSG_PEEK)) }
        if count <= 0 { isReadable = false }
        return count > 0 || (count < 0 && errno == EAGAIN)
    }

    /// Takes bytes from the socket that have arrived, without a copy, see tcp(7).
    func drop(_ count: Int) {
        guard count > 0 else { return }
        _ = recv(socket.value, nil, count, Int32(MSG_TRUNC))
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

    /// Tells the client that nothing more comes; what it still sends is read without TLS then, to be thrown away.
    func finishSending() {
        tls?.finishSending()
        tls = nil
        socket.finishSending()
    }

    /// Writes until everything is sent or the socket is full, and returns how much was sent; nil on failure.
    private func write(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var sent = 0
        while sent < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
            let count = tls?.write(rest) ?? linux_send(socket.value, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return errno == EAGAIN ? sent : nil }
            sent += count
        }
        return sent
    }
}
