import Foundation
import Logging
import PolarSimulator
import Testing

/// A simulated Polar, and a workspace whose programs know it.
final class SimulatedPolar: Sendable {
    let polar: PolarSimulator
    let workspace: Workspace

    /// A port that nobody uses, for a receiver that Polar has to know before it runs.
    let receiverPort: Int

    init(timeScale: Double = 1_000) throws {
        workspace = try Workspace()
        polar = PolarSimulator(
            SimulatorOptions(timeScale: timeScale, rateLimit: 100_000),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try polar.start()
        receiverPort = try Self.freePort()
        _ = try workspace.writePrivate("\(polar.accessToken)\n", to: "token")
    }

    /// Runs a test, and stops Polar after it.
    static func run(timeScale: Double = 1_000, _ body: (SimulatedPolar) async throws -> Void) async throws {
        let bench = try SimulatedPolar(timeScale: timeScale)
        let result: Result<Void, any Error>
        do { result = .success(try await body(bench)) } catch { result = .failure(error) }
        await bench.polar.stop()
        try result.get()
    }

    /// Where the receiver will take webhooks.
    var url: String { "http://127.0.0.1:\(receiverPort)/webhooks/polar" }

    /// How programs reach both.
    var environment: [String: String] {
        [
            "POLAR_API_URL": polar.url, "POLAR_ACCESS_TOKEN_FILE": "token",
            "POLAR_WEBHOOK_SECRET_FILE": workspace.files.contains("secret") ? "secret" : "",
            "PORT": "\(receiverPort)", "HOST": "127.0.0.1", "POLAR_CHECK_INTERVAL": "0",
            "POLAR_RECONCILE_INTERVAL": "0",
        ]
    }

    /// Makes the endpoint for the receiver, with its secret in a file.
    func addEndpoint() throws -> SimulatedEndpoint {
        let endpoint = polar.addEndpoint(url: url)
        _ = try workspace.writePrivate("\(endpoint.secret)\n", to: "secret")
        return endpoint
    }

    func command(_ arguments: String...) async throws -> (status: Int32, output: [String], errors: [String]) {
        try await workspace.run(arguments, environment: environment)
    }

    func serve() async throws -> RunningReceiver {
        try await RunningReceiver(in: workspace, environment: environment)
    }

    /// Lets orders be paid.
    func emit(_ numbers: Range<Int>) -> [String] {
        numbers.flatMap { number in
            polar.emit(
                body: """
                    {"type":"order.paid","timestamp":"2026-11-23T10:00:00Z","api_version":"2026-10",\
                    "data":{"id":"\(number)","customer_id":"c\(number % 5)","amount":10.0}}
                    """
            )
        }
    }

    /// Returns once nothing is on its way.
    func quiet() async throws {
        let end = ContinuousClock.now + .seconds(300)
        while polar.isBusy {
            try #require(ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// One below those that connections of other tests take.
    private static func freePort() throws -> Int {
        for _ in 0..<1_000 {
            let port = Int.random(in: 15_000..<32_000)
            if isFree(port) { return port }
        }
        struct NoPort: Error {}
        throw NoPort()
    }

    private static func isFree(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

extension Workspace {
    /// Writes a file that only its owner may read.
    func writePrivate(_ text: String, to name: String) throws -> String {
        let path = try write(text, to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return path
    }

    func mode(of name: String) throws -> Int {
        let facts = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
        return try #require(facts[.posixPermissions] as? Int)
    }

    func text(of name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}
