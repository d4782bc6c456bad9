import EventStore
import Foundation
import PolarSimulator
import Testing

/// The endpoints in Polar, from the command line.
struct EndpointsCommandTests {
    @Test func `makes, lists, changes and deletes an endpoint, and shows its secret nowhere`() async throws {
        try await SimulatedPolar.run { bench in
            let made = try await bench.command("endpoints", "create", "--url", bench.url, "--secret-file", "secret")
            #expect(made.status == 0, "\(made.errors)")
            let endpoint = try #require(bench.polar.endpoints.first)
            #expect(endpoint.events.count == 42)
            #expect(try bench.workspace.text(of: "secret") == "\(endpoint.secret)\n")
            #expect(try bench.workspace.mode(of: "secret") == 0o600)
            let again = try await bench.command("endpoints", "create", "--url", bench.url, "--secret-file", "secret")
            #expect(again.status == 1)
            #expect(bench.polar.endpoints.count == 1)

            let id = String(endpoint.id.prefix(8))
            let update = try await bench.command(
                "endpoints",
                "update",
                id,
                "--name",
                "Shop",
                "--remove-event",
                "order.paid",
                "--disable-sending"
            )
            #expect(update.status == 0, "\(update.errors)")
            #expect(bench.polar.endpoints[0].name == "Shop")
            #expect(bench.polar.endpoints[0].events.count == 41)
            #expect(!bench.polar.endpoints[0].isEnabled)
            let list = try await bench.command("endpoints", "list", "--json")
            #expect(list.output.first?.contains(#""enabled":false"#) == true)

            #expect(try await bench.command("endpoints", "delete", id).status == 0)
            #expect(bench.polar.endpoints.count == 1)
            #expect(try await bench.command("endpoints", "delete", id, "--yes").status == 0)
            #expect(bench.polar.endpoints.isEmpty)
            let lines = made.output + again.errors + update.output + list.output
            #expect(!lines.contains { $0.contains(endpoint.secret) })
        }
    }

    @Test func `replaces the secret under traffic without losing an event`() async throws {
        // The first retry comes after 4 to 8 s of Polar's, the receiver has read its file again long before.
        try await SimulatedPolar.run(timeScale: 8) { bench in
            let endpoint = try bench.addEndpoint()
            let receiver = try await bench.serve()
            async let traffic: [String] = Self.send(400, bench)
            let rotation = try await bench.command("endpoints", "rotate-secret")
            #expect(rotation.status == 0, "\(rotation.errors)")
            let ids = try await traffic
            try await bench.quiet()
            let current = bench.polar.endpoints[0].secret
            #expect(current != endpoint.secret)
            #expect(try bench.workspace.text(of: "secret") == "\(current)\n\(endpoint.secret)\n")
            #expect(try bench.workspace.mode(of: "secret") == 0o600)
            let removal = try await bench.command("endpoints", "rotate-secret", "--remove-old")
            #expect(removal.output.first?.hasPrefix("Removed 1 secret") == true)
            #expect(try bench.workspace.text(of: "secret") == "\(current)\n")
            #expect(await receiver.stop() == 0)
            #expect(bench.polar.events.allSatisfy { $0.succeeded == true })
            let stored = try await bench.workspace.storedMessages().map(\.message.webhookID)
            #expect(stored.sorted() == ids.sorted())
            let lines = rotation.output + removal.output + receiver.child.output.all
            #expect(!lines.contains { $0.contains(current) || $0.contains(endpoint.secret) })
            let refused = bench.polar.events.count { $0.attempts.count > 1 }
            print("\(ids.count) events during a rotation, \(refused) of them sent again")
        }
    }

    /// With blanks in it, the old secret would not be one of two in a file.
    @Test func `rotates nothing where the old secret cannot stand beside the new one`() async throws {
        try await SimulatedPolar.run { bench in
            let endpoint = try bench.addEndpoint()
            for secret in ["an old secret with blanks\n", "sesame\n"] {
                _ = try bench.workspace.writePrivate(secret, to: "secret")
                let refused = try await bench.command("endpoints", "rotate-secret")
                #expect(refused.status == 78)
                #expect(refused.errors.first?.contains("cannot stand beside another one") == true)
                #expect(bench.polar.endpoints[0].secret == endpoint.secret)
                #expect(try bench.workspace.text(of: "secret") == secret)
            }
        }
    }

    @Test func `finishes a rotation that was cut off`() async throws {
        try await SimulatedPolar.run { bench in
            let endpoint = try bench.addEndpoint()
            // As after a crash between the reset and the file.
            _ = try bench.workspace.writePrivate("an-older-secret-of-the-shop\n", to: "secret")
            let resumed = try await bench.command("endpoints", "rotate-secret", "--resume")
            #expect(resumed.status == 0, "\(resumed.errors)")
            #expect(bench.polar.endpoints[0].secret == endpoint.secret)
            #expect(try bench.workspace.text(of: "secret") == "\(endpoint.secret)\nan-older-secret-of-the-shop\n")
            var environment = bench.environment
            environment["POLAR_WEBHOOK_SECRET_FILE"] = nil
            environment["POLAR_WEBHOOK_SECRET"] = Workspace.secret
            let refusal = try await bench.workspace.run(["endpoints", "rotate-secret"], environment: environment)
            #expect(refusal.status == 78)
            #expect(bench.polar.endpoints[0].secret == endpoint.secret)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file to another user"))
    func `leaves the secret file to the user and the group that read it`() async throws {
        try await SimulatedPolar.run { bench in
            _ = try bench.addEndpoint()
            let path = bench.workspace.folder.appending(path: "secret").path
            #expect(chown(path, 4_711, 4_712) == 0 && chmod(path, 0o640) == 0)
            #expect(try await bench.command("endpoints", "rotate-secret").status == 0)
            #expect(try await bench.command("endpoints", "rotate-secret", "--remove-old").status == 0)
            var facts = stat()
            #expect(stat(path, &facts) == 0)
            #expect(facts.st_uid == 4_711 && facts.st_gid == 4_712)
            #expect(facts.st_mode & 0o777 == 0o640)
        }
    }

    /// Sends events one after the other while something else happens.
    private static func send(_ count: Int, _ bench: SimulatedPolar) async throws -> [String] {
        var ids: [String] = []
        for number in 0..<count {
            ids += bench.emit(number..<number + 1)
            while bench.polar.events.count(where: { $0.attempts.isEmpty }) > 4 {
                try await Task.sleep(for: .milliseconds(1))
            }
            if number < count / 2 { try await Task.sleep(for: .milliseconds(5)) }
        }
        return ids
    }
}
