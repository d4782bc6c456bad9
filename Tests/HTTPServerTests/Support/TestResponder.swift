import HTTPServer
import HTTPWire
import Synchronization

/// Answers what the path asks for, and records what it was asked.
///
/// - `/echo` answers with the body, now.
/// - `/later` hands its exchange to ``exchanges`` and answers nothing.
/// - `/large` answers with 8 MiB.
/// - `/block` keeps the loop until ``unblock()``.
/// - `/twice` answers now, and again through its exchange.
/// - `/refused` refuses every body that is not there yet with 403.
/// - `/short` admits bodies of up to 4 bytes.
final class TestResponder: Responder {
    struct Request: Hashable {
        let path: String
        let body: String
        let client: String
    }

    static let largeBody = [UInt8](repeating: UInt8(ascii: "x"), count: 8 << 20)

    /// The exchanges of the requests that wait, in the order of their arrival.
    let exchanges: AsyncStream<Exchange>

    private let waiting: AsyncStream<Exchange>.Continuation
    private let recorded = Mutex<[Request]>([])
    private let gate = Gate()

    init() {
        (exchanges, waiting) = AsyncStream.makeStream()
    }

    var requests: [Request] { recorded.withLock { $0 } }

    /// The next exchange that waits for its answer.
    func nextExchange() async throws -> Exchange {
        var iterator = exchanges.makeAsyncIterator()
        guard let exchange = await iterator.next() else { throw CancellationError() }
        return exchange
    }

    /// Lets `/block` answer, now and from then on.
    func unblock() {
        gate.open()
    }

    /// The paths of the requests whose bodies it was asked about.
    let questions = Mutex<[String]>([])

    func admit(_ head: borrowing RequestHead, bytes: RawSpan, client: ClientAddress) -> Admission {
        let path = bytes.text(head.path)
        questions.withLock { $0.append(path) }
        return switch path {
        case "/refused": .refuse(.json(403, #"{"error":"refused"}"#))
        case "/short": .read(upTo: 4)
        default: .read()
        }
    }

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        let path = bytes.text(head.path)
        let text = body.text(0..<body.byteCount)
        recorded.withLock { $0.append(Request(path: path, body: text, client: "\(client)")) }
        switch path {
        case "/later":
            waiting.yield(exchange)
            return .later
        case "/large":
            return .now(Response(status: 200, contentType: "text/plain", body: Self.largeBody))
        case "/block":
            gate.wait()
        case "/twice":
            exchange.reply(.echo("late"))
        default:
            break
        }
        return .now(.echo(text))
    }
}

extension Response {
    static func echo(_ text: String) -> Response {
        Response(status: 200, contentType: "text/plain", body: Array(text.utf8))
    }
}

extension RawSpan {
    fileprivate func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}
