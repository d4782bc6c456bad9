import Foundation
import PolarReceiver
import Testing

@testable import PolarHandlers

/// A target behind a certificate that it made itself.
@Suite(.timeLimit(.minutes(6)))
struct ForwardTLSTests {
    private func forward(to url: URL, authority: String? = nil) async throws -> ForwardOutcome {
        var options = ["url": url.absoluteString, "secret": ForwardHandlerTests.secret]
        options["ca_file"] = authority
        let handler = try ForwardHandler(HandlerOptions(id: "shop", options))
        return try await handler.running { await outcome { try await handler.forward(.sample()) } }
    }

    @Test func `trusts no certificate but of an authority it knows`() async throws {
        let certificate = try await SelfSignedCertificate(names: "DNS:localhost")
        let peer = try await ForwardPeer(certificate: certificate.keyFile)
        let refused = try await forward(to: peer.url("takes", scheme: "https", host: "localhost"))
        let sentence =
            "its certificate is not trusted, or is for another name; ca_file names an authority of your own"
        #expect(refused == .retried("localhost:\(peer.port) did not take the event: \(sentence)", after: nil))
        #expect(peer.requests.isEmpty)

        let url = try peer.url("takes", scheme: "https", host: "localhost")
        #expect(try await forward(to: url, authority: certificate.file) == .taken)
        #expect(try await peer.requests(1).map(\.body) == [Data(Delivery.sampleBody)])

        let other = try await SelfSignedCertificate(names: "DNS:localhost")
        let distrusted = try await forward(to: url, authority: other.file)
        #expect(distrusted.retryReason != nil)
    }

    @Test func `trusts no certificate of another host`() async throws {
        let certificate = try await SelfSignedCertificate(names: "DNS:elsewhere.example")
        let peer = try await ForwardPeer(certificate: certificate.keyFile)
        for host in ["localhost", "127.0.0.1"] {
            let url = try peer.url("takes", scheme: "https", host: host)
            let outcome = try await forward(to: url, authority: certificate.file)
            let text = try #require(outcome.retryReason, "\(outcome)")
            #expect(text.contains("its certificate is not trusted, or is for another name"), "\(text)")
        }
        #expect(peer.requests.isEmpty)
    }

    @Test func `says that the target speaks no TLS`() async throws {
        let peer = try await ForwardPeer()
        let outcome = try await forward(to: peer.url("takes", scheme: "https"))
        let text = try #require(outcome.retryReason, "\(outcome)")
        #expect(text.hasPrefix("127.0.0.1:\(peer.port) did not take the event: "), "\(text)")
    }
}
