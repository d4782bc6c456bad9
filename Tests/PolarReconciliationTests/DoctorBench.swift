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
import Synchronization

/// A receiver and its Polar, healthy until a test spoils something.
struct DoctorBench {
    let polar: PolarBench
    var token: String
    var apiURL: String
    var local: LocalEndpoint
    var secrets: [String]
    var wanted = Set(EventType.all.map(\.rawValue))
    var localURL: String?
    var takesEveryType = false
    var readsInbox = false
    var comparesBodies = false
    var prober = HTTPProber.unhurried()
    var clock = ShiftedClock()
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
    var secretTexts: [String] { secrets + [token, polar.endpoint.secret, Self.query] }

    /// People do put secrets there.
    static let query = "key=a-secret-of-the-proxy"

    var doctor: Doctor {
        get throws {
            let server = try PolarServer(apiURL: apiURL, webURL: apiURL)
            let client = PolarClient(
                server: server,
                token: FixedAccessToken(try AccessToken(token)),
                retries: RequestRetries(attempts: 1),
                logger: polar.log.logger
            )
            return Doctor(
                polar: client,
                facts: ReceiverFacts(
                    endpoints: [facts],
                    localURL: localURL,
                    server: server,
                    comparesBodies: comparesBodies
                ),
                inbox: readsInbox ? RecoveryInbox(polar.receiver) : nil,
                prober: prober,
                pacer: Pacer(interval: .zero),
                clock: clock
            )
        }
    }

    private var facts: ReceiverFacts.Endpoint {
        ReceiverFacts.Endpoint(
            local,
            secrets: secrets,
            tolerance: .seconds(300),
            wantedTypes: wanted,
            takesEveryType: takesEveryType
        )
    }

    func setURL(_ origin: String) throws {
        polar.polar.change(endpoint: polar.endpoint.id, url: origin + PolarBench.path)
    }

    /// The address of a server that gives everybody this status; nil for no answer at all.
    func answering(_ status: Int?) throws -> String { try servers.start(FixedAnswer(status: status)) }

    /// Puts the receiver behind TLS, as Polar needs it.
    mutating func serve(_ certificate: TestCertificate, isTrusted: Bool = true) throws {
        let origin = try servers.start(polar.receiver.responder, tls: TLSCredentials(certificate.files))
        try setURL(origin.replacing("http://127.0.0.1", with: "https://localhost"))
        prober = .unhurried(trustedCertificates: isTrusted ? [try certificate.text()] : [])
    }
}

extension HTTPProber {
    /// One for which no time passes, so that no finding depends on how busy the machine is.
    static func unhurried(trustedCertificates: [String] = []) -> HTTPProber {
        let moment = ContinuousClock.now
        return HTTPProber(trustedCertificates: trustedCertificates, timeout: .seconds(300), now: { moment })
    }
}

/// The system's clock, set wrong.
struct ShiftedClock: WallClock {
    var shift: TimeInterval = 0

    var now: Date { Date().addingTimeInterval(shift) }

    var elapsed: Duration { SystemWallClock().elapsed }

    func sleep(until date: Date) async throws {
        try await SystemWallClock().sleep(until: date.addingTimeInterval(-shift))
    }

    func nextLook() async {
        await SystemWallClock().nextLook()
    }

    func sleep(for duration: Duration) async throws {
        try await SystemWallClock().sleep(for: duration)
    }
}

/// Gives everybody the same answer, or none.
private struct FixedAnswer: Responder {
    let status: Int?

    func respond(
        to head: borrowing RequestHead,
        bytes: RawSpan,
        body: RawSpan,
        client: ClientAddress,
        exchange: Exchange
    ) -> Answer {
        guard let status else { return .later }
        let headers = status == 301 ? [("Location", "https://www.shop.example/?\(DoctorBench.query)")] : []
        return .now(Response(status: status, contentType: nil, body: [], headers: headers))
    }
}

/// The servers of a test.
private final class Servers: Sendable {
    private let servers = Mutex<[Server]>([])

    /// - Returns: where it is.
    func start(_ responder: any Responder, tls: TLSCredentials? = nil) throws -> String {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let listener = try Listener(host: "127.0.0.1", port: 0)
        let server = Server(
            configuration: ServerConfiguration(loopCount: 1),
            responder: responder,
            tls: tls,
            logger: logger
        )
        try server.start(on: listener)
        servers.withLock { $0.append(server) }
        return "http://127.0.0.1:\(listener.port)"
    }

    func stop() async {
        for server in servers.withLock({ $0 }) { await server.drain(grace: .zero) }
    }
}
