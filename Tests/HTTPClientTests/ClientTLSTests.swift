import Foundation
import HTTPClient
import Testing

/// Certificates, good ones and others.
@Suite(.timeLimit(.minutes(5)))
struct ClientTLSTests {
    private func send(
        to server: RawServer,
        host: String = "localhost",
        _ change: (inout Client.Configuration) -> Void
    ) async throws -> Int {
        var configuration = Client.Configuration()
        change(&configuration)
        let request = ClientRequest(url: "https://\(host):\(server.port)/", timeout: .seconds(300))
        return try await Client(configuration).send(request).status
    }

    private func server(_ certificate: TestCertificate, clientAuthority: TestCertificate? = nil) throws -> RawServer {
        try RawServer.answering(ClientTests.ok, tls: try TLSPeer.Context(certificate, clientAuthority: clientAuthority))
    }

    @Test func `trusts a private authority where that is said`() async throws {
        let certificate = try await TestCertificate()
        let authorities = try #require(certificate.authorities)
        let server = try server(certificate)
        defer { server.stop() }
        #expect(try await send(to: server) { $0.trust = .only(authorities) } == 200)
        #expect(try await send(to: server) { $0.trust = .systemAnd(authorities) } == 200)
        #expect(try await send(to: server) { $0.trust = .anything } == 200)
        await #expect(throws: ClientError.tls(.notTrusted)) { try await send(to: server) { _ in } }
        let other = try #require(try await TestCertificate().authorities)
        await #expect(throws: ClientError.tls(.notTrusted)) { try await send(to: server) { $0.trust = .only(other) } }
        #expect(server.requests.count == 3)
    }

    @Test func `refuses a certificate that is not for now, or not for the host`() async throws {
        let cases: [(TestCertificate, String, ClientError.TLSFault)] = [
            (try await TestCertificate(days: -9 ... -2), "localhost", .expired),
            (try await TestCertificate(days: 2...9), "localhost", .notYetValid),
            (try await TestCertificate(name: "other.example"), "localhost", .wrongName),
            (try await TestCertificate(), "127.0.0.1", .wrongName),
        ]
        for (certificate, host, fault) in cases {
            let authorities = try #require(certificate.authorities)
            let server = try server(certificate)
            defer { server.stop() }
            await #expect(throws: ClientError.tls(fault)) {
                try await send(to: server, host: host) { $0.trust = .only(authorities) }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `says that there is no TLS`() async throws {
        let server = try RawServer { peer in
            try peer.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            try peer.waitForEnd()
        }
        defer { server.stop() }
        await #expect(throws: ClientError.tls(.handshake)) { try await send(to: server) { _ in } }
    }

    @Test func `gives up on a handshake that does not end`() async throws {
        let server = try RawServer { peer in try peer.waitForEnd() }
        defer { server.stop() }
        var request = ClientRequest(url: "https://localhost:\(server.port)/", timeout: .seconds(300))
        request.connectTimeout = .seconds(1)
        let error = await #expect(throws: ClientError.self) { try await Client().send(request) }
        let lookUps: [ClientError.LookUp] = [.notBegun, .begun, .done]
        #expect(lookUps.map { .timedOut(.connecting($0)) }.contains(error))
        await server.isLeft()
    }

    @Test func `shows a certificate of its own`() async throws {
        let (own, certificate) = (try await TestCertificate(name: "client"), try await TestCertificate())
        let authorities = try #require(certificate.authorities)
        let server = try server(certificate, clientAuthority: own)
        defer { server.stop() }
        let status = try await send(to: server) {
            $0.trust = .only(authorities)
            $0.identity = Client.Configuration.Identity(certificateFile: own.file, keyFile: own.keyFile)
        }
        #expect(status == 200)
        await #expect(throws: ClientError.self) { try await send(to: server) { $0.trust = .only(authorities) } }
        await #expect(throws: ClientError.tls(.ownFiles)) {
            try await send(to: server) {
                $0.trust = .only(authorities)
                $0.identity = Client.Configuration.Identity(certificateFile: "/nonexistent", keyFile: own.keyFile)
            }
        }
    }

    @Test func `reads when a certificate is valid, whatever it is worth, and sends nothing`() async throws {
        let certificate = try await TestCertificate(name: "other.example", days: -9 ... -2)
        let server = try server(certificate)
        defer { server.stop() }
        var configuration = Client.Configuration()
        configuration.trust = .anything
        let request = ClientRequest(url: "https://127.0.0.1:\(server.port)/", timeout: .seconds(300))
        let dates = try await Client(configuration).certificateDates(of: request)
        #expect(abs(dates.start.timeIntervalSinceNow + 9 * 86_400) < 3_600)
        #expect(abs(dates.end.timeIntervalSinceNow + 2 * 86_400) < 3_600)
        await server.isLeft()
        #expect(server.requests.isEmpty)
    }

    @Test func `knows a file of authorities`() async throws {
        let certificate = try await TestCertificate()
        let text = try String(contentsOfFile: certificate.file, encoding: .utf8)
        #expect(Authorities(pem: Array(text.utf8)) != nil)
        #expect(Authorities(pem: Array((text + "\n# and again\n" + text).utf8)) != nil)
        #expect(Authorities(pem: Array((text + text.replacing("M", with: "!")).utf8)) == nil)
        #expect(Authorities(pem: []) == nil)
        #expect(Authorities(file: certificate.keyFile) == nil)
        #expect(Authorities(file: "/nonexistent") == nil)
        #expect(Authorities(file: "/") == nil)
    }
}
