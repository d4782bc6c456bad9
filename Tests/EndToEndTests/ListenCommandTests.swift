import EventStore
import Foundation
import PolarSimulator
import Testing

/// Polar's development stream, on its way to a local receiver.
struct ListenCommandTests {
    @Test func `brings every event to the receiver, signed anew with its own secret`() async throws {
        try await SimulatedPolar.run(timeScale: 1) { bench in
            _ = try bench.workspace.writePrivate("another secret of a shop\n", to: "secret")
            let receiver = try await bench.serve()
            let listen = try bench.workspace.start(["listen"], environment: bench.environment)
            #expect(await listen.output.first { $0.contains("Listening") } != nil, "\(listen.errors.all)")
            // Numbers that a detour over another program would write differently.
            let body = #"{"type":"order.paid","data":{"id":"1","a":10.0,"b":1e30,"c":123456789012345678901234567890}}"#
            bench.polar.emit(body: body)
            let line = try #require(await listen.output.first { $0.contains("order.paid") })
            #expect(line.hasSuffix("202"), "\(line)")
            listen.signal(SIGTERM)
            #expect(await receiver.stop() == 0)
            #expect(try await bench.workspace.storedBodies().values.map(\.self) == [Array(body.utf8)])
            // The organization's id is public, so the command must not lead anyone to make it a secret.
            let id = bench.polar.organizationID.replacing("-", with: "")
            #expect(!(listen.output.all + listen.errors.all).contains { $0.contains(id) })
        }
    }

    @Test(arguments: ["127.0.0.1", "0.0.0.0"])
    func `checks the certificate of another receiver, unless it is a loopback address`(host: String) async throws {
        try await SimulatedPolar.run(timeScale: 1) { bench in
            _ = try bench.workspace.writePrivate("another secret of a shop\n", to: "secret")
            try await Self.makeCertificate(in: bench.workspace)
            let tls = ["TLS_CERTIFICATE_FILE": "tls.pem", "TLS_KEY_FILE": "tls.key"]
            let receiver = try await RunningReceiver(
                in: bench.workspace,
                environment: bench.environment.merging(tls) { $1 }
            )
            // The address of no host, which reaches this one, stands for any other host.
            let listen = try bench.workspace.start(
                ["listen", "--forward-to", "https://\(host):\(receiver.port)/webhooks/polar"],
                environment: bench.environment
            )
            #expect(await listen.output.first { $0.contains("Listening") } != nil, "\(listen.errors.all)")
            bench.polar.emit(body: #"{"type":"order.paid","data":{"id":"1"}}"#)
            let line = try #require(await listen.output.first { $0.contains("order.paid") })
            #expect(
                host == "127.0.0.1" ? line.hasSuffix("202") : line.contains("certificate is not trusted"),
                "\(line)"
            )
            listen.signal(SIGTERM)
            #expect(await receiver.stop() == 0)
        }
    }

    private static func makeCertificate(in workspace: Workspace) async throws {
        let arguments = """
            req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 9 -subj /CN=shop.example \
            -keyout tls.key -out tls.pem
            """
        let openssl = try ChildProcess(
            URL(filePath: "/usr/bin/openssl"),
            arguments.split(separator: " ").map(String.init),
            environment: ["PATH": "/usr/bin:/bin"],
            folder: workspace.folder
        )
        try #require(await openssl.exitStatus() == 0)
    }

    @Test func `comes again when Polar asks for it, and when the stream breaks`() async throws {
        // Ten minutes of Polar's are a second.
        try await SimulatedPolar.run(timeScale: 600) { bench in
            _ = try bench.workspace.writePrivate("another secret of a shop\n", to: "secret")
            let receiver = try await bench.serve()
            let listen = try bench.workspace.start(["listen"], environment: bench.environment)
            let end = ContinuousClock.now + .seconds(300)
            while listen.output.all.count(where: { $0.contains("Listening") }) < 3 {
                try #require(ContinuousClock.now < end, "\(listen.errors.all)")
                try await Task.sleep(for: .milliseconds(10))
            }
            bench.polar.emit(body: #"{"type":"order.paid","data":{"id":"1"}}"#)
            let line = await listen.output.first { $0.contains("order.paid") }
            #expect(line?.hasSuffix("202") == true, "\(line ?? "")")
            listen.signal(SIGTERM)
            #expect(await receiver.stop() == 0)
        }
    }
}
