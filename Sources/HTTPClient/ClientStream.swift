/// A response whose body is read piece by piece, by one reader; releasing it ends the exchange.
package final class ClientStream: AsyncSequence, AsyncIteratorProtocol, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = ClientError

    /// The head.
    package let response: ClientResponse

    private let transfer: Transfer
    private let engine: Engine

    /// Releasing it would end the exchange.
    private let client: Client

    init(_ response: ClientResponse, _ transfer: Transfer, _ engine: Engine, of client: Client) {
        self.response = response
        self.transfer = transfer
        self.engine = engine
        self.client = client
    }

    deinit {
        engine.cancel(transfer)
    }

    package func makeAsyncIterator() -> ClientStream { self }

    /// The next bytes; nil at the end of the body.
    ///
    /// Cancelling the task ends the exchange.
    package func next(isolation actor: isolated (any Actor)? = #isolation) async throws(ClientError) -> [UInt8]? {
        let result: Result<[UInt8]?, ClientError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                engine.read(transfer) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            engine.cancel(transfer)
        }
        return try result.get()
    }
}
