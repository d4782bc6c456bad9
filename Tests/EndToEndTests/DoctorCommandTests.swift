import Foundation
import PolarSimulator
import Testing

/// What the doctor prints, and how it exits; what it finds is in the tests of PolarReconciliation.
struct DoctorCommandTests {
    /// A line of its JSON.
    private struct Line: Decodable {
        let code: String
        let severity: String
        let endpoint: String?
        let sentence: String
        let remedy: String
    }

    private static func findings(_ lines: [String]) throws -> [Line] {
        try lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func `says that everything is as it should be`() async throws {
        try await SimulatedPolar.run { bench in
            _ = try bench.addEndpoint()
            let receiver = try await bench.serve()
            let healthy = try await bench.command("doctor")
            #expect(healthy.output == ["Everything is as it should be."])
            #expect(healthy.status == 0)
            let json = try await bench.command("doctor", "--json")
            #expect(json.output.isEmpty)
            #expect(json.status == 0)
            #expect(await receiver.stop() == 0)
        }
    }

    @Test func `prints findings for people and for programs, the worst first, and no secret`() async throws {
        try await SimulatedPolar.run { bench in
            let endpoint = try bench.addEndpoint()
            bench.polar.change(endpoint: endpoint.id, apiVersion: "2026-04")
            let secret = "another secret of a shop"
            _ = try bench.workspace.writePrivate("\(secret)\n", to: "secret")

            let json = try await bench.command("doctor", "--json")
            #expect(json.status == 1)
            let findings = try Self.findings(json.output)
            #expect(
                findings.map(\.code) == ["receiver_down", "wrong_secret", "connection_refused", "version_deprecated"]
            )
            #expect(findings.map(\.severity) == ["error", "error", "error", "warning"])
            #expect(findings.map(\.endpoint) == [nil, "polar", "polar", "polar"])
            #expect(json.output.first?.contains(#""endpoint":null"#) == true)

            let text = try await bench.command("doctor")
            #expect(text.status == 1)
            for finding in findings {
                let place = finding.endpoint.map { " (endpoint \($0))" } ?? ""
                #expect(text.output.contains("\(finding.severity)\(place): \(finding.sentence)"))
                #expect(text.output.contains("  \(finding.remedy)"))
            }
            let printed = (json.output + json.errors + text.output + text.errors).joined(separator: "\n")
            for hidden in [endpoint.secret, secret, bench.polar.accessToken, "\u{1B}"] {
                #expect(!printed.contains(hidden))
            }
        }
    }

    @Test func `is content with notes`() async throws {
        try await SimulatedPolar.run { bench in
            let endpoint = try bench.addEndpoint()
            _ = try bench.workspace.writePrivate("\(endpoint.secret)\nthe-secret-that-was-before-it\n", to: "secret")
            let receiver = try await bench.serve()
            let notes = try await bench.command("doctor", "--json")
            #expect(try Self.findings(notes.output).map(\.code) == ["old_secrets"])
            #expect(notes.status == 0)
            #expect(await receiver.stop() == 0)
        }
    }

    @Test func `takes no subset of the events for a fault where handlers ask for none of them`() async throws {
        try await SimulatedPolar.run { bench in
            bench.polar.addEndpoint(url: bench.url, events: ["order.paid"])
            let secret = try #require(bench.polar.endpoints.first?.secret)
            _ = try bench.workspace.writePrivate("\(secret)\n", to: "secret")
            let receiver = try await bench.serve()
            // The handler that logs takes whatever comes.
            #expect(try await bench.command("doctor").output == ["Everything is as it should be."])
            #expect(await receiver.stop() == 0)
        }
    }
}
