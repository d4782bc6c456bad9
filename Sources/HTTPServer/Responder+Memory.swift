import Glibc
package import HTTPWire

extension Responder {
    /// Answers a request without a socket, for tests of what stands behind a server.
    ///
    /// - Parameter request: what a client would send, its body not chunked.
    /// - Returns: nil when the request is not whole, or was not answered before ``respond(to:bytes:body:client:exchange:)``
    ///   returned.
    /// - Throws: ``ServerError`` when the system has no descriptor left.
    package func answer(to request: [UInt8]) throws(ServerError) -> Response? {
        let bytes = request.span.bytes
        var parser = RequestParser(limits: HTTPLimits())
        let bodyStart: Int
        do throws(HTTPParseError) {
            guard case .complete(let end) = try parser.parse(bytes) else { return nil }
            bodyStart = end
        } catch {
            return .refused(error)
        }
        let mailbox = try Mailbox()
        let answer = respond(
            to: parser.head,
            bytes: bytes.extracting(..<bodyStart),
            body: bytes.extracting(bodyStart...),
            client: .none,
            exchange: Exchange(mailbox: mailbox, request: .only)
        )
        return switch answer {
        case .now(let response): response
        case .later: mailbox.firstReply
        }
    }
}

extension RequestID {
    /// The request of a connection that does not exist.
    fileprivate static let only = RequestID(connection: ConnectionID(slot: 0, generation: 1), number: 0)
}

extension Mailbox {
    fileprivate var firstReply: Response? {
        var batch: [Message] = []
        take(into: &batch)
        guard case .reply(_, let response) = batch.first else { return nil }
        return response
    }
}
