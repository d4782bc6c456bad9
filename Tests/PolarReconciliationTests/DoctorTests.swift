import PolarReceiver
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
        let plant: @Sendable (inout DoctorBench) async throws -> Void

        var testDescription: String { code }

        init(
            _ code: String,
            _ severity: Finding.Severity = .error,
            remedy: String,
            plant: @escaping @Sendable (inout DoctorBench) async throws -> Void
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
            try await fault.plant(&bench)
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
            let missed = try await bench.doctor.examine()
            #expect(missed.map(\.code) == ["events_missed"])
            #expect(missed.first?.sentence.contains("7 events") == true)
            #expect(missed.first?.remedy.contains("polar-receiver reconcile") == true)
            // It is no news for ever.
            bench.clock.shift = 4 * 86_400
            #expect(try await bench.doctor.examine().map(\.code) == ["clock_skew"])
        }
    }

    @Test func `is content with failures that were repaired, and counts what is not`() async throws {
        try await DoctorBench.run { bench in
            bench.readsInbox = true
            _ = try await bench.polar.emitRefused(orders: 0..<10)
            #expect(try await bench.doctor.examine().map(\.code) == ["endpoint_disabled", "events_failing"])
            _ = try await bench.polar.reconcile { $0.enables = true }
            let findings = try await bench.doctor.examine()
            #expect(findings.map(\.code) == ["events_failing"])
            #expect(findings.map(\.severity) == [.note])
            #expect(findings.first?.sentence.contains("newest 10 events failed between") == true)
            #expect(findings.first?.sentence.contains("the inbox has all of them") == true)
            // An event more that the inbox lacks is a fault again.
            _ = try await bench.polar.emitRefused(orders: 10..<11)
            #expect(try await bench.doctor.examine().first?.severity == .error)
            _ = try await bench.polar.reconcile { $0.enables = true }
            _ = try await bench.polar.emit(orders: 11..<12)
            #expect(try await bench.doctor.examine() == [])
        }
    }

    @Test func `lets an endpoint be enabled when nothing else is wrong`() async throws {
        try await DoctorBench.run { bench throws in
            bench.polar.polar.change(endpoint: bench.polar.endpoint.id, isEnabled: false)
            #expect(try await bench.doctor.selfTest(of: bench.polar.local) == [])
            bench.secrets = ["another secret of a shop"]
            #expect(try await bench.doctor.selfTest(of: bench.polar.local).map(\.code) == ["wrong_secret"])
            bench.clock.shift = 200
            #expect(
                try await bench.doctor.selfTest(of: bench.polar.local).map(\.code) == ["clock_skew", "wrong_secret"]
            )
            let other = LocalEndpoint(name: "other", path: PolarBench.path)
            #expect(try await bench.doctor.selfTest(of: other).map(\.code) == ["no_endpoint"])
        }
    }

    @Test func `finds nothing behind TLS with a certificate that is trusted`() async throws {
        try await DoctorBench.run { bench in
            try bench.serve(try await TestCertificate())
            #expect(try await bench.doctor.examine() == [])
        }
    }

    @Test func `misses no events for handlers that take whatever comes`() async throws {
        try await DoctorBench.run { bench throws in
            bench.wanted = []
            bench.takesEveryType = true
            #expect(try await bench.doctor.examine() == [])
        }
    }

    @Test func `writes every finding as a line with the same keys`() async throws {
        try await DoctorBench.run { bench in
            bench.localURL = "http://127.0.0.1:1"
            bench.secrets = []
            let lines = try await bench.doctor.examine().map { try JSONLine.text($0) }
            #expect(
                lines == [
                    """
                    {"code":"receiver_down","endpoint":null,"remedy":"Start it with 'polar-receiver serve', or run this \
                    where it runs.","sentence":"No receiver answers at http://127.0.0.1:1.","severity":"error"}
                    """,
                    """
                    {"code":"no_secret","endpoint":"polar","remedy":"Set endpoints.polar.secret_file, and run \
                    'polar-receiver endpoints rotate-secret --resume'.","sentence":"No secret is configured for the \
                    endpoint, so nothing can be verified.","severity":"error"}
                    """,
                ]
            )
        }
    }
}
