/// Sends HTTP requests with libcurl.
///
/// A client opens its descriptors with the first request, closes them when it was idle for a while, and closes everything
/// when it is shut down or released. It never follows redirects.
package final class Client: Sendable {
    private let engine: Engine

    /// Makes a client; costs nothing until the first request.
    package init(_ configuration: Configuration = Configuration()) {
        engine = Engine(configuration)
    }

    deinit {
        engine.shutDown()
    }

    /// Sends a request and returns the whole response, whatever its status is.
    ///
    /// Cancelling the task ends the exchange at once.
    package func send(_ request: ClientRequest) async throws(ClientError) -> ClientResponse {
        let transfer = Transfer(request, .whole)
        return try await run(transfer) { $0.response }
    }

    /// Sends a request and returns as soon as the head of the response is there.
    ///
    /// The request's time ends with the head where the status is a 2xx, and holds for the body of any other response. Its
    /// ``ClientRequest/idleTimeout`` bounds every wait for bytes. There is no limit for the body.
    package func stream(_ request: ClientRequest) async throws(ClientError) -> ClientStream {
        let transfer = Transfer(request, .stream)
        let head = try await run(transfer) { $0.response }
        return ClientStream(head, transfer, engine, of: self)
    }

    /// Connects to the host of an `https` URL and returns when its certificate is valid; sends nothing and trusts nothing.
    package func certificateDates(of request: ClientRequest) async throws(ClientError) -> CertificateDates {
        let transfer = Transfer(request, .certificate)
        guard let dates = try await run(transfer, { $0.certificate }) else { throw .tls(.handshake) }
        return dates
    }

    /// Ends all exchanges with ``ClientError/shutDown`` and returns when all descriptors are closed.
    package func shutdown() async {
        await withCheckedContinuation { continuation in engine.shutDown { continuation.resume() } }
    }

    private func run<Value: Sendable>(
        _ transfer: Transfer,
        _ value: @escaping @Sendable (Transfer) -> Value
    ) async throws(ClientError) -> Value {
        let result: Result<Value, ClientError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                engine.start(transfer) { error in
                    continuation.resume(returning: error.map(Result.failure) ?? .success(value(transfer)))
                }
            }
        } onCancel: {
            engine.cancel(transfer)
        }
        return try result.get()
    }
}

extension Client {
    /// What all requests of a client have in common.
    package struct Configuration: Sendable {
        /// Whose certificates are trusted.
        package enum Trust: Sendable {
            /// Of the system's authorities.
            case system

            /// Of these authorities only.
            case only(Authorities)

            /// Of these authorities and the system's.
            case systemAnd(Authorities)

            /// Any certificate for any name; for this machine only.
            case anything
        }

        /// Which proxy requests go through; requests to loopback addresses never go through one.
        package enum ProxyRule: Sendable {
            /// What `https_proxy`, `http_proxy` and `no_proxy` say, as curl reads them.
            case environment

            /// None.
            case direct

            /// This one.
            case url(String)
        }

        /// The newest version of HTTP that is spoken.
        package enum Version: Sendable {
            /// HTTP/1.1.
            case http1

            /// HTTP/2 where TLS negotiates it, HTTP/1.1 otherwise.
            ///
            /// A server that answers before it has read the whole body can make such a request fail with libcurl 7.88.
            case http2
        }

        /// A certificate to show to servers that ask for one.
        package struct Identity: Sendable {
            let certificateFile: String
            let keyFile: String

            /// Names two files in PEM form.
            package init(certificateFile: String, keyFile: String) {
                self.certificateFile = certificateFile
                self.keyFile = keyFile
            }
        }

        package var trust = Trust.system
        package var identity: Identity?
        package var proxy = ProxyRule.environment
        package var version = Version.http1

        /// The most connections to one host; further requests wait within their deadlines.
        package var connectionsPerHost = 8

        /// The most connections to all hosts.
        package var connections = 64

        /// How long a connection without a request may be used again.
        package var idleTime = Duration.seconds(60)

        /// The path of a socket of this machine that all requests go to, whatever host they name.
        package var socketPath: String?

        /// The usual configuration.
        package init() {}
    }
}
