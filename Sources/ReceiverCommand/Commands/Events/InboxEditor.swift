import AsyncHTTPClient
import EventStore
import Foundation
import PolarReceiver

/// Makes changes in an inbox.
enum InboxEditor {
    case file(any EventStore)
    case receiver(socket: String)

    /// Makes one change.
    ///
    /// - Throws: ``CommandFailure``.
    func perform(_ operation: PolarReceiver.Operation) async throws -> OperationOutcome {
        switch self {
        case .file(let store):
            do throws(StoreError) { return try await store.perform(operation, now: Date()) } catch {
                throw CommandFailure(error)
            }
        case .receiver(let socket): return try await Self.ask(operation, at: socket, path: "/operations")
        }
    }

    /// Has the running receiver do something, at a path of its ``OperationsRoute``.
    static func ask(_ work: some Encodable, at socket: String, path: String) async throws -> OperationOutcome {
        guard let url = URL(httpURLWithSocketPath: socket, uri: path) else {
            throw CommandFailure("The receiver cannot be reached at \(socket); stop it, and try again.")
        }
        let body = try JSONEncoder().encode(work)
        // Without a name of its own the client would call the host by the socket's path.
        let request = OutgoingRequest(url: url.absoluteString, headers: [("host", "localhost")], body: Array(body))
        let answer = try await request.send(timeout: .seconds(60))
        guard answer.status == 200 else { throw CommandFailure("The receiver refused the change: \(answer.body)") }
        return try JSONDecoder().decode(OperationOutcome.self, from: Data(answer.body.utf8))
    }
}
