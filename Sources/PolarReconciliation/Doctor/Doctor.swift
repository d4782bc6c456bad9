import Foundation
package import PolarAPI
package import PolarReceiver

/// Compares what Polar says of the endpoints with what the receiver is, and calls the public address as Polar does.
package struct Doctor: Sendable {
    private let polar: PolarClient
    private let facts: ReceiverFacts
    private let prober: any EndpointProber
    private let pacer: Pacer
    private let clock: any WallClock

    /// Makes a doctor.
    package init(
        polar: PolarClient,
        facts: ReceiverFacts,
        prober: any EndpointProber = HTTPProber(),
        pacer: Pacer = Pacer(),
        clock: any WallClock = SystemWallClock()
    ) {
        self.polar = polar
        self.facts = facts
        self.prober = prober
        self.pacer = pacer
        self.clock = clock
    }

    /// Looks at everything; what it finds, the worst first.
    package func examine() async -> [Finding] {
        var findings = await localFindings()
        let endpoints: [PolarEndpoint]
        do throws(PolarError) {
            let start = clock.now
            let date = try await polar.date()
            findings += ClockCheck.findings(polar: date, from: start, to: clock.now, facts)
            endpoints = try await polar.webhooks.allWebhookEndpoints()
        } catch {
            return Self.sorted(findings + [APICheck.finding(error)])
        }
        findings += await scopeFindings()
        for endpoint in facts.endpoints { findings += await self.findings(of: endpoint, endpoints) }
        return Self.sorted(findings)
    }

    /// Only what speaks against enabling an endpoint again.
    package func selfTest(of endpoint: LocalEndpoint) async -> [Finding] {
        guard let facts = facts.endpoints.first(where: { $0.local == endpoint }) else { return [] }
        let endpoints: [PolarEndpoint]
        do throws(PolarError) { endpoints = try await polar.webhooks.allWebhookEndpoints() } catch {
            return [APICheck.finding(error)]
        }
        let consequences: Set<String> = ["endpoint_disabled", "events_failing"]
        let findings = await localFindings() + findings(of: facts, endpoints)
        return findings.filter { $0.severity == .error && !consequences.contains($0.code) }
    }

    private func findings(of endpoint: ReceiverFacts.Endpoint, _ endpoints: [PolarEndpoint]) async -> [Finding] {
        let name = endpoint.local.name
        let found: PolarEndpoint
        do throws(ReconciliationError) {
            found = try EndpointMatch.endpoint(of: endpoint.local, among: endpoints)
        } catch {
            return [MatchCheck.finding(error, name)]
        }
        let settings = EndpointCheck(endpoint: endpoint, polar: found, all: endpoints).findings
        let address = await AddressCheck(url: found.url, endpoint: name, prober: prober).findings()
        return settings + address + (await streakFindings(of: found, name))
    }

    private func streakFindings(of endpoint: PolarEndpoint, _ name: String) async -> [Finding] {
        var query = PolarDeliveryQuery()
        query.endpointID = [endpoint.id]
        do throws(PolarError) {
            let newest = try await polar.webhooks.listWebhookDeliveries(query).items
            return StreakCheck.findings(newest, name)
        } catch {
            return [APICheck.finding(error)]
        }
    }

    /// Whether the token may do the other things that it is for.
    private func scopeFindings() async -> [Finding] {
        do throws(PolarError) {
            _ = try await polar.customers.list(limit: 1)
            return []
        } catch {
            guard case .forbidden = error else { return [APICheck.finding(error)] }
            return [
                Finding(
                    "token_without_customers",
                    .warning,
                    nil,
                    "The access token must not read customers, so nothing can be repaired after a disabled endpoint.",
                    remedy: "Give it the scope customers:read."
                )
            ]
        }
    }

    private func localFindings() async -> [Finding] {
        guard let url = facts.localURL else { return [] }
        return LocalCheck.findings(await prober.get("\(url)/readyz"), url)
    }

    private static func sorted(_ findings: [Finding]) -> [Finding] {
        Finding.Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    }
}
