import Foundation
import PolarAPI
import Testing

@testable import PolarReconciliation

/// What is hard to plant.
struct DoctorCheckTests {
    @Test(arguments: [
        (PolarServer.production, "production environment", "polar.environment is production"),
        (.sandbox, "Polar's sandbox", "polar.environment is sandbox"),
    ])
    func `says which Polar has refused the token`(server: PolarServer, name: String, setting: String) {
        let finding = APICheck(server: server).finding(.unauthorized)
        #expect(finding.code == "token_refused")
        #expect(finding.sentence.contains(name))
        #expect(finding.remedy.contains(setting))
    }

    @Test func `sends who has lost a token to connect`() {
        let finding = APICheck(server: .production).finding(.connectAgain(reason: "It was revoked."))
        #expect(finding.code == "token_unusable")
        #expect(finding.remedy.contains("polar-receiver connect"))
    }

    @Test func `notices an endpoint of which Polar names no version`() throws {
        let json = """
            {"id":"e","created_at":"2026-01-01T10:00:00Z","url":"https://shop.example/polar","format":"raw",\
            "secret":"typed","organization_id":"o","events":[],"enabled":true}
            """
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let facts = ReceiverFacts.Endpoint(
            LocalEndpoint(name: "polar", path: "/polar"),
            secrets: ["typed"],
            tolerance: .seconds(300),
            wantedTypes: []
        )
        let check = EndpointCheck(endpoint: facts, polar: try decoder.decode(PolarEndpoint.self, from: Data(json.utf8)))
        let finding = try #require(check.findings.first)
        #expect(check.findings.count == 1)
        #expect(finding.code == "version_unknown")
        #expect(finding.severity == .note)
        #expect(finding.remedy.contains("endpoints update e --api-version"))
    }

    @Test(arguments: [
        "localhost", "shop.local", "shop.internal", "server", "10.1.2.3", "127.0.0.1", "172.31.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "0.0.0.0", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "::",
    ])
    func `knows what is private`(host: String) {
        #expect(!PublicHost.isPublic(host))
    }

    @Test(arguments: ["shop.example.com", "8.8.8.8", "172.32.0.1", "100.63.0.1", "[2001:db8::1]", "[::ffff:8.8.8.8]"])
    func `knows what is public`(host: String) {
        #expect(PublicHost.isPublic(host))
    }

    @Test func `takes no address of this machine for Polar's production`() async {
        let check = AddressCheck(
            url: "https://localhost/webhooks/polar",
            endpoint: "polar",
            polarID: "e",
            prober: HTTPProber(),
            now: Date(),
            isLocal: false
        )
        #expect(await check.findings().map(\.code) == ["url_not_public"])
    }

    @Test(arguments: [(-40, 5, true), (-40, 8, false), (-1, 3, false), (-5, 1, true)])
    func `finds that a certificate ends soon by how long it lives`(start: Int, end: Int, isSoon: Bool) {
        let now = Date(timeIntervalSince1970: 1_795_428_000)
        let term = CertificateTerm(
            start: now.addingTimeInterval(TimeInterval(start) * 86_400),
            end: now.addingTimeInterval(TimeInterval(end) * 86_400)
        )
        let finding = CertificateCheck(url: "https://shop.example", endpoint: "polar", now: now).soon(term)
        #expect((finding?.code == "certificate_ends_soon") == isSoon)
    }

    @Test(
        arguments: [(29, nil), (31, .warning), (149, .warning), (151, .error), (-32, .warning), (-151, .error)]
            as [(TimeInterval, Finding.Severity?)]
    )
    func `weighs the clock by the tolerance`(offset: TimeInterval, severity: Finding.Severity?) {
        let polar = Date(timeIntervalSince1970: 1_795_428_000)
        let own = polar.addingTimeInterval(offset + 0.999)
        let check = ClockCheck(polar: polar, start: own, end: own, tolerance: .seconds(300))
        #expect(check.findings.first?.severity == severity)
    }
}
