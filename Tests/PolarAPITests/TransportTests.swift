import HTTPClient
import HTTPServer
import HTTPWire
import Logging
import Testing

@testable import PolarAPI

/// No request to Polar waits for ever.
@Suite(.timeLimit(.minutes(5)))
struct TransportTests {
    /// Long enough for a busy machine to connect and read a head.
    private static let patience = Duration.seconds(5)

    private func transport(_ server: PolarServer, attempts: Int = 1) -> PolarTransport {
        PolarTransport(
            server: server,
            httpClient: Client(),
            retries: RequestRetries(attempts: attempts, sleep: { _ in }),
            logger: .silent,
            timeout: Self.patience
        )
    }

    @Test(arguments: [ClientRequest.Method.get, .post])
    func `gives up on an answer that stops in its body`(method: ClientRequest.Method) async throws {
        try await withScriptedPolar({ _ in nil }) { polar, server in
            let attempts = method == .get ? 2 : 1
            let asked = Task {
                try await transport(server, attempts: attempts).send(PolarRequest(method: method, path: "/v1/a"))
            }
            var exchanges: [Exchange] = []
            for await exchange in polar.exchanges {
                exchange.begin(StreamHead(contentType: "application/json")) {}
                exchange.send(Array("{".utf8))
                exchanges.append(exchange)
                if exchanges.count == attempts { break }
            }
            await #expect(throws: PolarError.timedOut) { try await asked.value }
            #expect(polar.requests.count == attempts)
        }
    }

    @Test func `shows no text of Polar's that moves a cursor`() async throws {
        let body = #"{"error":"x","detail":"a\u001b[31mb\u202ec\r\nd\u0000"}"#
        try await withScriptedPolar([.json(403, body)]) { _, server in
            let answer = try await transport(server).send(PolarRequest(method: .get, path: "/v1/a"))
            let error = PolarErrorAnswer.error(of: answer)
            #expect(error == .forbidden(detail: "a [31mb c  d "))
        }
    }
}
