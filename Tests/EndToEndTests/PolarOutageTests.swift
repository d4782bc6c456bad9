import EventStore
import Foundation
import PolarReceiver
import PolarSimulator
import Testing

/// The real program away for hours of Polar's, until Polar has disabled its endpoint.
struct PolarOutageTests {
    private static let customer = "00000000-0000-4000-8000-000000000001"

    @Test func `is whole again after an outage in which Polar has disabled the endpoint`() async throws {
        try await SimulatedPolar.run { bench in
            let endpoint = try bench.addEndpoint()
            bench.polar.setCustomer(Self.customer, state: Self.state)
            let before = try await bench.serve()
            _ = bench.emit(0..<20)
            try await bench.quiet()
            #expect(await before.stop() == 0)
            // Two hours of Polar's: every event fails ten times, and the tenth failure in a row disables the endpoint.
            let lost = bench.emit(20..<35)
            try await bench.quiet()
            #expect(bench.polar.endpoints[0].isEnabled == false)
            #expect(bench.emit(35..<40).isEmpty)

            let after = try await bench.serve()
            let diagnosis = try await bench.command("doctor")
            #expect(diagnosis.status == 1)
            #expect(diagnosis.output.contains { $0.contains("endpoint is disabled") })
            #expect(diagnosis.output.contains { $0.contains("polar-receiver reconcile --enable") })

            let trial = try await bench.command("reconcile", "--dry-run", "--json")
            #expect(trial.output.first?.contains(#""missing":15,"#) == true, "\(trial)")
            let repair = try await bench.command("reconcile", "--enable")
            #expect(repair.status == 0, "\(repair.errors)")
            #expect(repair.output.first?.contains("35 events") == true, "\(repair.output)")
            #expect(repair.output.first?.contains("15 missing; 1 states read, 1 changed") == true, "\(repair.output)")
            #expect(bench.polar.endpoints[0].isEnabled)
            _ = bench.emit(40..<45)
            try await bench.quiet()
            #expect(try await bench.command("doctor").status == 0)
            for id in lost { #expect(await after.hasDelivered(id)) }
            #expect(await after.stop() == 0)
            try await Self.check(bench, lost: lost)
            Self.checkSecrets(endpoint, diagnosis.output + trial.output + repair.output + after.child.output.all)
        }
    }

    /// The inbox is what Polar holds, and what the receiver has made is marked; nothing was handled twice.
    private static func check(_ bench: SimulatedPolar, lost: [String]) async throws {
        let records = try await bench.workspace.storedMessages()
        let synthetic = records.filter { $0.message.origin == .synthetic }
        #expect(synthetic.map(\.message.subject) == ["customer:\(customer)"])
        let genuine = records.filter { $0.message.origin != .synthetic }
        #expect(genuine.count == bench.polar.events.count)
        let bodies = try await bench.workspace.storedBodies()
        for event in bench.polar.events { #expect(bodies[event.id] == event.payload.map { Array($0.utf8) }) }
        #expect(Set(genuine.filter { $0.message.origin == .recovered }.map(\.message.webhookID)) == Set(lost))
        for record in records {
            #expect(record.deliveries.map(\.state) == [.succeeded])
            #expect(record.deliveries.map(\.attempt) == [1])
        }
    }

    private static func checkSecrets(_ endpoint: SimulatedEndpoint, _ lines: [String]) {
        #expect(!lines.contains { $0.contains(endpoint.secret) || $0.contains("polar_oat_") })
    }

    private static let state = """
        {"id":"\(customer)","created_at":"2026-11-01T10:00:00Z","modified_at":null,"metadata":{},"external_id":null,\
        "email":"a@example.com","email_verified":true,"type":"individual","name":null,"billing_address":null,\
        "tax_id":null,"organization_id":"30000000-0000-4000-8000-000000000000","deleted_at":null,\
        "avatar_url":"https://example.com/a.png","active_subscriptions":[],"granted_benefits":[],"active_meters":[]}
        """

    @Test func `repairs a stopped receiver's inbox too, and delivers at the next start`() async throws {
        try await SimulatedPolar.run { bench in
            _ = try bench.addEndpoint()
            let first = try await bench.serve()
            #expect(await first.stop() == 0)
            let lost = bench.emit(0..<3)
            try await bench.quiet()
            let repair = try await bench.command("reconcile")
            #expect(repair.output.first?.contains("3 missing") == true, "\(repair)")
            let second = try await bench.serve()
            for id in lost { #expect(await second.hasDelivered(id)) }
            #expect(await second.stop() == 0)
        }
    }

    @Test func `does it all by itself where that is wanted`() async throws {
        try await SimulatedPolar.run { bench in
            _ = try bench.addEndpoint()
            let lost = bench.emit(0..<12)
            try await bench.quiet()
            #expect(bench.polar.endpoints[0].isEnabled == false)
            let environment = bench.environment.merging(
                ["POLAR_CHECK_INTERVAL": "1", "POLAR_RECONCILE_INTERVAL": "1", "POLAR_ENABLE_ENDPOINT": "true"]
            ) { _, new in new }
            let receiver = try await RunningReceiver(in: bench.workspace, environment: environment)
            for id in lost { #expect(await receiver.hasDelivered(id)) }
            #expect(await receiver.logs("Enabled the endpoint in Polar again"))
            #expect(bench.polar.endpoints[0].isEnabled)
            #expect(await receiver.stop() == 0)
        }
    }

    @Test func `says what to do without a token, and with a wrong one`() async throws {
        try await SimulatedPolar.run { bench in
            _ = try bench.addEndpoint()
            var environment = bench.environment
            environment["POLAR_ACCESS_TOKEN_FILE"] = nil
            let without = try await bench.workspace.run(["doctor"], environment: environment)
            #expect(without.status == 78)
            #expect(without.errors.first?.contains("polar-receiver connect") == true)
            bench.polar.revoke(bench.polar.accessToken)
            let wrong = try await bench.command("doctor", "--json")
            #expect(wrong.status == 1)
            #expect(wrong.output.contains { $0.contains(#""code":"token_refused""#) })
        }
    }
}
