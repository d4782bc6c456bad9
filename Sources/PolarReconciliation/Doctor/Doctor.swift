import Foundation
package import PolarAPI
package import PolarReceiver

/// Compares what Polar says of the endpoints with what the receiver is, and calls the public address as Polar does.
package struct Doctor: Sendable {
    private let polar: PolarClient
    private let facts: ReceiverFacts
    private let prober: any EndpointProber
    private let inbox: RecoveryInbox?
    private let pacer: Pacer
    private let clock: any WallClock

    /// Makes a doctor.
    ///
    /// - Parameter inbox: shows which events of failed deliveries have arrived since; nil where it cannot be read.
    package init(
        polar: PolarClient,
        facts: ReceiverFacts,
        inbox: RecoveryInbox? = nil,
        prober: any EndpointProber = HTTPProber(),
        pacer: Pacer = Pacer(),
        clock: any WallClock = SystemWallClock()
    ) {
        self.polar = polar
        self.facts = facts
        self.inbox = inbox
        self.prober = prober
        self.pacer = pacer
        self.clock = clock
    }

    /// Looks at everything; what it finds, the worst first.
    package func examine() async -> [Finding] {
        var findings = await localFindings()
        do throws(PolarError) {
            findings += try await clockFindings()
            let endpoints = try await self.endpoints()
            findings += await scopeFindings()
            for endpoint in facts.endpoints { findings += await self.findings(of: endpoint, endpoints) }
        } catch {
            findings.append(api.finding(error))
        }
        return Self.sorted(findings)
    }

    /// Only what speaks against enabling an endpoint again.
    package func selfTest(of endpoint: LocalEndpoint) async -> [Finding] {
        guard let facts = facts.endpoints.first(where: { $0.local == endpoint }) else {
            return [MatchCheck.finding(.noEndpoint(endpoint), endpoint.name)]
        }
        var findings = await localFindings()
        do throws(PolarError) {
            findings += try await clockFindings()
            findings += await self.findings(of: facts, try await endpoints())
        } catch {
            findings.append(api.finding(error))
        }
        let consequences: Set<String> = ["endpoint_disabled", "events_failing"]
        return findings.filter { $0.severity == .error && !consequences.contains($0.code) }
    }

    // MARK: Machine

    private func localFindings() async -> [Finding] {
        guard let url = facts.localURL else { return [] }
        return LocalCheck.findings(await prober.get("\(url)/readyz"), url)
    }

    private func clockFindings() async throws(PolarError) -> [Finding] {
        try await pacer.request { () throws(PolarError) in
            let start = clock.now
            let date = try await polar.date()
            return ClockCheck(polar: date, start: start, end: clock.now, tolerance: facts.tolerance).findings
        }
    }

    // MARK: Endpoints

    private func findings(of endpoint: ReceiverFacts.Endpoint, _ endpoints: [PolarEndpoint]) async -> [Finding] {
        let name = endpoint.local.name
        do throws(ReconciliationError) {
            let found = try EndpointMatch.endpoint(of: endpoint.local, among: endpoints)
            let settings = EndpointCheck(endpoint: endpoint, polar: found).findings
            let twins = twinFindings(of: [found], among: endpoints, name)
            return settings + twins + (await addressFindings(of: found, name)) + (await streakFindings(of: found, name))
        } catch {
            let several = EndpointMatch.all(of: endpoint.local, among: endpoints)
            return [MatchCheck.finding(error, name)] + twinFindings(of: several, among: several, name)
        }
    }

    /// One will do: it names the other.
    private func twinFindings(of some: [PolarEndpoint], among all: [PolarEndpoint], _ name: String) -> [Finding] {
        let checks = some.lazy.map { polar in
            TwinCheck(polar: polar, others: all, endpoint: name, comparesBodies: facts.comparesBodies)
        }
        return Array(checks.compactMap(\.finding).prefix(1))
    }

    private func addressFindings(of endpoint: PolarEndpoint, _ name: String) async -> [Finding] {
        let host = URLComponents(string: facts.server.apiURL)?.host
        return await AddressCheck(
            url: endpoint.url,
            endpoint: name,
            polarID: endpoint.id,
            prober: prober,
            now: clock.now,
            isLocal: host.map(PublicHost.isLoopback) ?? false
        ).findings()
    }

    private func streakFindings(of endpoint: PolarEndpoint, _ name: String) async -> [Finding] {
        do throws(PolarError) {
            let newest = try await pacer.request { () throws(PolarError) in
                try await FailureStreak.newestDeliveries(to: endpoint, at: polar)
            }
            let held = await held(StreakCheck.failed(in: newest), at: name)
            return StreakCheck(deliveries: newest, endpoint: name, now: clock.now, held: held).findings
        } catch {
            return [api.finding(error)]
        }
    }

    /// Which of these events the inbox has; nil where it cannot be read.
    private func held(_ events: [PolarWebhookEvent], at name: String) async -> Set<String>? {
        guard let inbox else { return nil }
        var held: Set<String> = []
        for event in events {
            do throws(ReconciliationError) {
                if try await inbox.holds(event.id, at: name) { held.insert(event.id) }
            } catch {
                return nil
            }
        }
        return held
    }

    // MARK: Polar

    private var api: APICheck { APICheck(server: facts.server) }

    private func endpoints() async throws(PolarError) -> [PolarEndpoint] {
        try await pacer.request { () throws(PolarError) in try await polar.webhooks.allWebhookEndpoints() }
    }

    /// Whether the token may do the other things that it is for.
    private func scopeFindings() async -> [Finding] {
        do throws(PolarError) {
            _ = try await pacer.request { () throws(PolarError) in try await polar.customers.list(limit: 1) }
            return []
        } catch {
            guard case .forbidden = error else { return [api.finding(error)] }
            return [
                Finding(
                    "token_without_customers",
                    .warning,
                    nil,
                    "The access token may not read customers, so nothing can be repaired after a disabled endpoint.",
                    remedy: "Give it the scope customers:read."
                )
            ]
        }
    }

    /// The worst first, and each once: what is wrong with Polar shows at every request.
    private static func sorted(_ findings: [Finding]) -> [Finding] {
        var seen: Set<Finding> = []
        let different = findings.filter { seen.insert($0).inserted }
        return Finding.Severity.allCases.flatMap { severity in different.filter { $0.severity == severity } }
    }
}
