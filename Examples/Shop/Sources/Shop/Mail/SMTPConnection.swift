import Foundation

/// A blocking connection to a mail server, closed with the value.
struct SMTPConnection: ~Copyable {
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// Connects; no step waits longer than `timeout` seconds for the other side.
    init(host: String, port: Int, timeout: Int) throws {
        descriptor = try Self.connect(host: host, port: port, timeout: timeout)
    }

    deinit {
        close(descriptor)
    }

    // MARK: Commands

    /// Sends a line and waits for its answer.
    mutating func command(_ line: String, expect code: Int) throws {
        try write("\(line)\r\n")
        try expect(code, String(line.prefix(4)))
    }

    /// Waits for an answer.
    mutating func expect(_ code: Int, _ step: String) throws {
        var line = try readLine()
        // A hyphen after the code says that more lines follow.
        while line.dropFirst(3).first == "-" { line = try readLine() }
        guard let answer = Int(line.prefix(3)) else { throw SMTPError("the mail server does not speak SMTP") }
        guard answer == code else { throw SMTPError.refused(step, code: answer) }
    }

    func write(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw Self.failure("take a line") }
            rest = rest.dropFirst(count)
        }
    }

    /// One line, without its end.
    private mutating func readLine() throws -> String {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                defer { received.removeSubrange(...end) }
                return String(decoding: received[..<end], as: UTF8.self).trimmingCharacters(in: .newlines)
            }
            guard received.count < 4_096 else { throw SMTPError("the mail server sends a line without end") }
            received += try read()
        }
    }

    private func read() throws -> [UInt8] {
        let bytes = try [UInt8](unsafeUninitializedCapacity: 1_024) { buffer, count in
            let got = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            guard got != 0 else { throw SMTPError("the mail server closed the connection") }
            guard got > 0 else { throw Self.failure("answer") }
            count = got
        }
        return bytes
    }

    // MARK: Connecting

    private static func connect(host: String, port: Int, timeout: Int) throws -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &list) == 0 else {
            throw SMTPError("the mail server's name is not known")
        }
        defer { freeaddrinfo(list) }
        var address = list
        while let candidate = address?.pointee {
            if let descriptor = connect(candidate, timeout: timeout) { return descriptor }
            address = candidate.ai_next
        }
        throw failure("take a connection")
    }

    private static func connect(_ address: addrinfo, timeout: Int) -> Int32? {
        let type = address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, type, address.ai_protocol)
        guard descriptor >= 0 else { return nil }
        var limit = timeval(tv_sec: timeout, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
        guard Foundation.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 else {
            let error = errno
            close(descriptor)
            errno = error
            return nil
        }
        return descriptor
    }

    private static func failure(_ deed: String) -> SMTPError {
        SMTPError("the mail server did not \(deed): \(String(cString: strerror(errno)))")
    }
}
