import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Reads the certificate of a server, and believes nothing it says.
struct CertificateReader {
    let host: String
    let port: Int
    let timeout: TimeAmount

    /// When the certificate is valid; nil where there is none in time.
    func term() async -> CertificateTerm? {
        let group = MultiThreadedEventLoopGroup.singleton
        let found = group.any().makePromise(of: CertificateTerm?.self)
        do {
            let channel = try await bootstrap(group, found).connect(host: host, port: port).get()
            channel.closeFuture.whenComplete { _ in found.succeed(nil) }
            let end = channel.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
            defer {
                end.cancel()
                channel.close(promise: nil)
            }
            return try await found.futureResult.get()
        } catch {
            found.succeed(nil)
            return nil
        }
    }

    private func bootstrap(
        _ group: MultiThreadedEventLoopGroup,
        _ found: EventLoopPromise<CertificateTerm?>
    ) throws -> ClientBootstrap {
        let context = try NIOSSLContext(configuration: .makeClientConfiguration())
        let name = isAddress ? nil : host
        return ClientBootstrap(group: group).connectTimeout(timeout).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                let handler = try NIOSSLClientHandler(
                    context: context,
                    serverHostname: name,
                    // The handshake ends here: nothing is said to a server that nobody has vouched for.
                    customVerificationCallback: { certificates, verdict in
                        found.succeed(certificates.first.map(CertificateTerm.init))
                        verdict.succeed(.failed)
                    }
                )
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }
    }

    /// Addresses are no server names (RFC 6066 §3).
    private var isAddress: Bool { (try? SocketAddress(ipAddress: host, port: port)) != nil }
}

extension CertificateTerm {
    init(_ certificate: NIOSSLCertificate) {
        self.init(
            start: Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore)),
            end: Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
        )
    }
}
