import Dispatch
package import HTTPWire

extension Responder {
    /// Answers a request without a socket, for tests of what stands behind a server.
    ///
    /// - Parameter request: what a client would send, its body not chunked.
    /// - Returns: nil when the request is not whole.
    /// - Throws: ``ServerError`` when the system has no descriptor left.
    package func answer(to request: [UInt8]) async throws(ServerError) -> Response? {
        let mailbox = try Mailbox()
        switch answer(to: request, mailbox) {
        case .now(let response): return response
        case .later: return await mailbox.firstReply()
        case nil: return nil
        }
    }

    private func answer(to request: [UInt8], _ mailbox: Mailbox) -> Answer? {
        let bytes = request.span.bytes
        var parser = RequestParser(limits: HTTPLimits())
        let bodyStart: Int
        do throws(HTTPParseError) {
            guard case .complete(let end) = try parser.parse(bytes) else { return nil }
            bodyStart = end
        } catch {
            return .now(.refused(error))
        }
        if case .refused(let error) = parser.head.bodyFraming {
            let admission = admit(parser.head, bytes: bytes.extracting(..<bodyStart), client: .none)
            if case .refuse(let response) = admission { return .now(response) }
            return .now(.refused(error))
        }
        return respond(
            to: parser.head,
            bytes: bytes.extracting(..<bodyStart),
            body: bytes.extracting(bodyStart...),
            client: .none,
            exchange: Exchange(mailbox: mailbox, request: .only)
        )
    }
}

extension RequestID {
    /// The request of a connection that does not exist.
    fileprivate static let only = RequestID(connection: ConnectionID(slot: 0, generation: 1), number: 0)
}

extension Mailbox {
    /// Waits for the first message, which is an answer.
    fileprivate func firstReply() async -> Response? {
        await withCheckedContinuation { continuation in
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor.value)
            source.setEventHandler { source.cancel() }
            source.setCancelHandler { continuation.resume() }
            source.activate()
        }
        var batch: [Message] = []
        take(into: &batch)
        guard case .reply(_, let response) = batch.first else { return nil }
        return response
    }
}
