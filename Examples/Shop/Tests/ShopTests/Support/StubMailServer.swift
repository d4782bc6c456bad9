import Foundation
import Synchronization

/// A mail server on a free port of this machine, which can be told to misbehave.
final class StubMailServer: Sendable {
    /// What it does with a connection.
    enum Manner: Sendable {
        case takes
        /// Answers 451 to the recipient: later, perhaps.
        case defers
        /// Answers 550 to the recipient: never.
        case refuses
        /// Takes the mail, and closes the connection instead of saying so.
        case vanishes
    }

    let port: Int
    private let listener: Int32
    private let manners: Mutex<[Manner]>
    private let taken = Mutex<[ReceivedMail]>([])

    /// What it has taken so far.
    var mails: [ReceivedMail] { taken.withLock { $0 } }

    /// Starts; the connections get their manners in turn, those after them are served well.
    init(_ manners: Manner...) throws {
        self.manners = Mutex(manners)
        (listener, port) = try Self.listen()
        // A thread of its own, because it blocks.
        Thread.detachNewThread { [listener, weak self] in
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                self?.serve(StubConnection(descriptor))
            }
            close(listener)
        }
    }

    deinit {
        // Lets `accept` fail, so that the thread ends.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve(_ connection: borrowing StubConnection) {
        let manner = manners.withLock { $0.isEmpty ? .takes : $0.removeFirst() }
        connection.say("220 stub")
        while let line = connection.line() {
            switch line.prefix(4) {
            case "EHLO": connection.say("250-stub\r\n250 8BITMIME")
            case "RCPT" where manner == .defers: connection.say("451 later")
            case "RCPT" where manner == .refuses: connection.say("550 no such mailbox")
            case "DATA":
                connection.say("354 go on")
                let mail = ReceivedMail(connection.linesUntilDot())
                taken.withLock { $0.append(mail) }
                if manner == .vanishes { return }
                connection.say("250 taken")
            case "QUIT": return
            default: connection.say("250 well")
            }
        }
    }

    private static func listen() throws -> (Int32, Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { address in
                bind(descriptor, address.baseAddress, size) == 0 && Foundation.listen(descriptor, 16) == 0
                    && getsockname(descriptor, address.baseAddress, &size) == 0
            }
        }
        guard isListening else { throw CocoaError(.fileReadUnknown) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}

/// The server's end of a connection.
private struct StubConnection: ~Copyable {
    private let descriptor: Int32
    private let file: UnsafeMutablePointer<FILE>?

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        file = fdopen(descriptor, "r")
    }

    deinit {
        fclose(file)
    }

    func say(_ text: String) {
        let bytes = Array("\(text)\r\n".utf8)
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func line() -> String? {
        var buffer = [CChar](repeating: 0, count: 2_048)
        guard let file, fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
        let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    func linesUntilDot() -> [String] {
        var lines: [String] = []
        while let line = line(), line != "." { lines.append(line) }
        return lines
    }
}
