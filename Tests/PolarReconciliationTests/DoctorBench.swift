import EventStore
import Foundation
import HTTPServer
import HTTPWire
import Logging
import PolarAPI
import PolarEvents
import PolarReceiver
import PolarReceiverTesting
import PolarReconciliation
import PolarSimulator

/// A receiver and its Polar, healthy until a test spoils something.
struct DoctorBench {
    /// How the public address is called.
    enum Answers {
        case network, slow, silent
    }

    let polar: PolarBench
    var token: String
    var apiURL: String
    var local: LocalEndpoint
    var secrets: [String]
    var wanted = Set(EventType.all.map(\.rawValue))
    var localURL: String?
    var answers = Answers.network
    let clock = ManualClock(now: Date())
    private let servers = Servers()

    /// Makes one, and ends what it has begun.
    static func run(_ body: (inout DoctorBench) async throws -> Void) async throws {
        let polar = try PolarBench()
        try await polar.run {
            var bench = DoctorBench(polar)
            let servers = bench.servers
            let result: Result<Void, any Error>
            do { result = .success(try await body(&bench)) } catch { result = .failure(error) }
            await servers.stop()
            try result.get()
        }
    }

    private init(_ polar: PolarBench) {
        self.polar = polar
        token = polar.polar.accessToken
        apiURL = polar.polar.url
        local = polar.local
        secrets = [polar.endpoint.secret]
    }

    /// What must be in no finding.
    var secretTexts: [String] { secrets + [token, polar.endpoint.secret] }

    var doctor: Doctor {
        get throws {
            let client = PolarClient(
                server: try PolarServer(apiURL: apiURL, webURL: apiURL),
                token: FixedAccessToken(try AccessToken(token)),
                retries: RequestRetries(attempts: 1),
                logger: polar.log.logger
            )
            let endpoint = ReceiverFacts.Endpoint(
                local,
                secrets: secrets,
                tolerance: .seconds(300),
                wantedTypes: wanted
            )
            return Doctor(
                polar: client,
                facts: ReceiverFacts(endpoints: [endpoint], localURL: localURL),
                prober: Prober(answers: answers),
                pacer: Pacer(interval: .zero),
                clock: clock
            )
        }
    }

    func setURL(_ origin: String) throws {
        polar.polar.change(endpoint: polar.endpoint.id, url: origin + PolarBench.path)
    }

    /// The address of a server that gives everybody this status.
    func answering(_ status: Int) throws -> String { try servers.start(status) }
}

/// Calls addresses over the network, or says what a network could.
private struct Prober: EndpointProber {
    let answers: DoctorBench.Answers

    func post(_ url: String) async -> ProbeAnswer {
        let answer = await HTTPProber().post(url)
        switch (answers, answer) {
        case (.silent, _): return .timedOut
        case (.slow, .answer(let status, let body, let location, _)):
            return .answer(status: status, body: body, location: location, duration: .seconds(3))
        default: return answer
        }
    }

    func get(_ url: String) async -> ProbeAnswer { await HTTPProber().get(url) }
}

/// The servers of a test.
private final class Servers: @unchecked Sendable {
    // @unchecked: a test uses it from its own task only.

    private struct Fixed: Responder {
        let status: Int

        func respond(
            to head: borrowing RequestHead,
            bytes: RawSpan,
            body: RawSpan,
            client: ClientAddress,
            exchange: Exchange
        ) -> Answer {
            let headers = status == 301 ? [("Location", "https://www.shop.example/")] : []
            return .now(Response(status: status, contentType: nil, body: [], headers: headers))
        }
    }

    private var servers: [Server] = []

    func start(_ status: Int) throws -> String {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let listener = try Listener(host: "127.0.0.1", port: 0)
        let server = Server(
            configuration: ServerConfiguration(loopCount: 1),
            responder: Fixed(status: status),
            logger: logger
        )
        try server.start(on: listener)
        servers.append(server)
        return "http://127.0.0.1:\(listener.port)"
    }

    func stop() async {
        for server in servers { await server.drain(grace: .seconds(1)) }
    }
}
