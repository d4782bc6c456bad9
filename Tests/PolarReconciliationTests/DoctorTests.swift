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
import Testing

/// Faults that are planted, and found.
struct DoctorTests {
    /// Something wrong, and the words of the remedy that matter.
    struct Fault: Sendable, CustomTestStringConvertible {
        let code: String
        let severity: Finding.Severity
        let remedy: String
        let plant: @Sendable (inout DoctorBench) throws -> Void

        var testDescription: String { code }

        init(
            _ code: String,
            _ severity: Finding.Severity = .error,
            remedy: String,
            plant: @escaping @Sendable (inout DoctorBench) throws -> Void
        ) {
            self.code = code
            self.severity = severity
            self.remedy = remedy
            self.plant = plant
        }
    }

    @Test func `finds nothing where everything is as it should be`() async throws {
        try await DoctorBench.run { bench throws in
            #expect(try await bench.doctor.examine() == [])
            #expect(try await bench.doctor.selfTest(of: bench.polar.local) == [])
        }
    }

    @Test(arguments: Faults.all)
    func `finds what is wrong, and says what to do`(fault: Fault) async throws {
        try await DoctorBench.run { bench in
            try fault.plant(&bench)
            let findings = try await bench.doctor.examine()
            let finding = try #require(findings.first { $0.code == fault.code }, "\(findings)")
            #expect(finding.severity == fault.severity)
            #expect(finding.remedy.contains(fault.remedy))
            // Nothing else but notes: one fault is one finding.
            #expect(findings.filter { $0.severity != .note && $0.code != fault.code } == [])
            let text = findings.map { "\($0)" }.joined()
            for secret in bench.secretTexts { #expect(!text.contains(secret)) }
        }
    }

    @Test func `says that events fail, before Polar disables the endpoint`() async throws {
        try await DoctorBench.run { bench in
            _ = try await bench.polar.emitRefused(orders: 0..<2)
            #expect(try await bench.doctor.examine().map(\.severity) == [.note])
            _ = try await bench.polar.emitRefused(orders: 2..<4)
            #expect(try await bench.doctor.examine().map(\.severity) == [.warning])
            _ = try await bench.polar.emitRefused(orders: 4..<7)
            let finding = try #require(try await bench.doctor.examine().first)
            #expect(finding.code == "events_failing")
            #expect(finding.severity == .error)
            #expect(finding.sentence.contains("newest 7 events"))
            #expect(finding.sentence.contains("503"))
            _ = try await bench.polar.emit(orders: 7..<8)
            #expect(try await bench.doctor.examine() == [])
        }
    }

    @Test func `lets an endpoint be enabled when nothing else is wrong`() async throws {
        try await DoctorBench.run { bench throws in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, isEnabled: false)
            #expect(try await bench.doctor.selfTest(of: bench.polar.local) == [])
            bench.secrets = ["another secret of a shop"]
            #expect(try await bench.doctor.selfTest(of: bench.polar.local).map(\.code) == ["wrong_secret"])
        }
    }
}

/// The table of faults.
enum Faults {
    static let all: [DoctorTests.Fault] = token + endpoint + address + machine

    private static let token = [
        DoctorTests.Fault("token_refused", remedy: "polar.environment") {
            $0.polar.polar.revoke($0.polar.polar.accessToken)
        },
        DoctorTests.Fault("token_without_webhooks", remedy: "webhooks:read") { bench in
            bench.token = bench.polar.polar.addAccessToken(scopes: ["customers:read"])
        },
        DoctorTests.Fault("token_without_customers", .warning, remedy: "customers:read") { bench in
            bench.token = bench.polar.polar.addAccessToken(scopes: ["webhooks:read"])
        },
        DoctorTests.Fault("api_unreachable", remedy: "polar.api_url") { $0.apiURL = "http://127.0.0.1:1" },
    ]

    private static let endpoint = [
        DoctorTests.Fault("no_endpoint", remedy: "endpoints create") { bench in
            bench.local = LocalEndpoint(name: "polar", path: "/elsewhere")
        },
        DoctorTests.Fault("several_endpoints", remedy: "endpoints.polar.polar_id") { bench in
            bench.polar.polar.addEndpoint(url: "https://old.example\(PolarBench.path)")
        },
        DoctorTests.Fault("twin_endpoint", remedy: "endpoints delete") { bench in
            bench.local = LocalEndpoint(name: "polar", path: PolarBench.path, polarID: bench.polar.endpoint.id)
            bench.polar.polar.addEndpoint(url: bench.polar.endpoint.url)
        },
        DoctorTests.Fault("endpoint_disabled", remedy: "reconcile --enable") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, isEnabled: false)
        },
        DoctorTests.Fault("wrong_format", remedy: "--format raw") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, format: "discord")
        },
        DoctorTests.Fault("events_not_sent", .warning, remedy: "--handled-events") { bench in
            bench.wanted.insert("moon.risen")
        },
        DoctorTests.Fault("events_not_handled", .note, remedy: "--handled-events") { $0.wanted.remove("order.paid") },
        DoctorTests.Fault("version_deprecated", .warning, remedy: "--api-version") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, apiVersion: "2026-04")
        },
        DoctorTests.Fault("version_too_new", .warning, remedy: "newer receiver") { bench in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, apiVersion: "2031-01")
        },
        DoctorTests.Fault("wrong_secret", remedy: "rotate-secret --resume") {
            $0.secrets = ["another secret of a shop"]
        },
        DoctorTests.Fault("old_secrets", .note, remedy: "--remove-old") {
            $0.secrets.append("another secret of a shop")
        },
    ]

    private static let address = [
        DoctorTests.Fault("url_without_tls", remedy: "endpoints update") { try $0.setURL("http://shop.example") },
        DoctorTests.Fault("name_unknown", remedy: "DNS") { try $0.setURL("https://nowhere.invalid") },
        DoctorTests.Fault("connection_refused", remedy: "firewall") { try $0.setURL("http://127.0.0.1:1") },
        DoctorTests.Fault("tls_failed", remedy: "certificate") { bench in
            // A server that speaks no TLS at all.
            try bench.setURL(bench.answering(200).replacing("http:", with: "https:"))
        },
        DoctorTests.Fault("address_redirects", remedy: "--url") { try $0.setURL($0.answering(301)) },
        DoctorTests.Fault("path_unknown", remedy: "endpoints.polar.path") { try $0.setURL($0.answering(404)) },
        DoctorTests.Fault("cannot_store", remedy: "disk") { try $0.setURL($0.answering(503)) },
        DoctorTests.Fault("other_server", remedy: "proxy") { try $0.setURL($0.answering(200)) },
        DoctorTests.Fault("address_slow", .warning, remedy: "name servers") { $0.answers = .slow },
        DoctorTests.Fault("address_silent", remedy: "firewall") { $0.answers = .silent },
    ]

    private static let machine = [
        DoctorTests.Fault("clock_skew", remedy: "NTP") { $0.clock.advance(by: .seconds(200)) },
        DoctorTests.Fault("clock_skew", .warning, remedy: "NTP") { $0.clock.advance(by: .seconds(60)) },
        DoctorTests.Fault("receiver_down", remedy: "polar-receiver serve") { $0.localURL = "http://127.0.0.1:1" },
        DoctorTests.Fault("receiver_not_ready", remedy: "/readyz") { $0.localURL = try $0.answering(503) },
    ]
}
