import EventStore
import EventStoreSQLite
import Foundation
import PolarReceiver

/// Makes changes in an inbox: in its file while nothing else uses it, and through the receiver that does.
actor InboxEditor {
    /// How a change is made.
    enum Way {
        case file(any EventStore)
        case receiver(socket: String)
    }

    /// How long to wait for another command to end, or for a receiver that starts.
    private static let patience = Duration.seconds(5)

    /// How long a receiver may take for one piece of a change.
    private static let deadline = Duration.seconds(30)

    private let path: String
    private let socket: String
    private var store: SQLiteStore?

    init(path: String, socket: String) {
        self.path = path
        self.socket = socket
    }

    /// Finds out who uses the inbox; its file stays open until ``release()``.
    ///
    /// - Throws: ``CommandFailure``.
    func way() async throws -> Way {
        if let store { return .file(store) }
        let end = ContinuousClock.now + Self.patience
        while true {
            do throws(StoreError) {
                let opened = try SQLiteStore(path: path)
                store = opened
                return .file(opened)
            } catch {
                guard error.code == .locked else { throw CommandFailure(error) }
            }
            if ControlSocket.isListening(socket) { return .receiver(socket: socket) }
            guard .now < end else { throw inUse }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Makes one change.
    ///
    /// - Throws: ``CommandFailure``.
    func perform(_ operation: PolarReceiver.Operation) async throws -> OperationOutcome {
        switch try await way() {
        case .file(let store):
            do throws(StoreError) { return try await store.perform(operation, now: Date()) } catch {
                throw CommandFailure(error)
            }
        case .receiver(let socket): return try await Self.ask(operation, at: socket, path: "/operations")
        }
    }

    /// Closes the file, so that a receiver can start or another command can work.
    func release() async {
        await store?.close()
        store = nil
    }

    private var inUse: CommandFailure {
        CommandFailure(
            """
            Another command works on the inbox \(path), or a receiver that does not listen at \(socket): wait until the \
            command has ended, or restart the receiver.
            """
        )
    }

    // MARK: Asking a receiver

    /// Has the running receiver do something, at a path of its ``OperationsRoute``.
    static func ask(_ work: some Encodable, at socket: String, path: String) async throws -> OperationOutcome {
        var request = OutgoingRequest(url: "http://localhost\(path)", socketPath: socket)
        request.body = Array(try JSONEncoder().encode(work))
        let answer: OutgoingRequest.Answer
        async let _: Void = sayThatItWaits()
        do { answer = try await request.send(timeout: deadline) } catch { throw silence(of: socket) }
        guard answer.status == 200 else { throw refusal(answer) }
        return try JSONDecoder().decode(OperationOutcome.self, from: Data(answer.body.utf8))
    }

    private static func sayThatItWaits() async {
        do { try await Task.sleep(for: .seconds(3)) } catch { return }
        StandardStream.error("Waiting for the receiver, which has not answered for 3 s.")
    }

    private static func silence(of socket: String) -> CommandFailure {
        guard ControlSocket.isListening(socket) else {
            return CommandFailure("The receiver has stopped before it answered; run the command again.")
        }
        return CommandFailure(
            """
            The receiver does not answer at \(socket): continue or restart it if it is suspended or hangs. It may still make \
            the change when it continues.
            """
        )
    }

    private static func refusal(_ answer: OutgoingRequest.Answer) -> CommandFailure {
        struct Refusal: Decodable {
            let error: String
        }
        let refusal: Refusal
        do { refusal = try JSONDecoder().decode(Refusal.self, from: Data(answer.body.utf8)) } catch {
            return CommandFailure("The receiver refused the change with status \(answer.status); its log says why.")
        }
        switch refusal.error {
        case "unknown_operation":
            return CommandFailure(
                "The receiver does not know this change, because it runs another version; use its version of the program."
            )
        case "unavailable":
            return CommandFailure("The receiver is stopping and made no change; run the command again.")
        default: return CommandFailure("The receiver could not make the change. \(refusal.error)")
        }
    }
}
