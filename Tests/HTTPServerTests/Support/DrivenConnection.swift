@testable import HTTPServer

/// A connection on a socket pair with a driver, but without a loop: the test makes every turn.
final class DrivenConnection {
    let connection: Connection
    private let pair: SocketPair
    private var driver: ConnectionDriver

    init() throws {
        pair = try SocketPair()
        connection = pair.makeConnection()
        let context = LoopContext(
            configuration: .local(),
            responder: TestResponder(),
            listener: try Listener(host: "127.0.0.1", port: 0),
            mailboxes: [],
            logger: RecordingLogHandler().logger
        )
        driver = ConnectionDriver(context: context, mailbox: try Mailbox(), timing: Timing(.local()))
    }

    /// Lets the client send; returns what ``advance()`` does.
    func receive(_ text: String) -> Bool {
        pair.send(text)
        connection.isReadable = true
        return advance()
    }

    /// Makes one turn; true when there may be more to do.
    func advance() -> Bool {
        driver.advance(connection)
    }

    func answer(_ text: String) {
        driver.answer(connection, .echo(text))
    }

    /// Fills the socket until it takes no more, and returns with how many bytes.
    func fillSocket() -> Int {
        pair.fill()
    }

    /// Lets the client take up to `count` bytes, and the connection go on sending.
    func take(_ count: Int) -> [UInt8] {
        defer { driver.flush(connection) }
        return pair.receive(count: count)
    }

    /// Lets the client close.
    func closeClient() {
        pair.closeClient()
    }
}
