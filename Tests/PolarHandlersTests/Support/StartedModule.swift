import Foundation
import Logging

@testable import PolarReceiver

/// A module after its start, whose deliveries run on threads of their own as they do in the receiver.
struct StartedModule {
    private let handler: RegisteredHandler
    private let executor: ThreadExecutor
    private let logger: Logger

    init(
        _ module: any HandlerModule,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws {
        handler = try RegisteredHandler(module: module)
        executor = ThreadExecutor(handler: handler)
        self.logger = logger
        let (handler, executor) = (handler, executor)
        try await Task(executorPreference: executor) { try await handler.start(logger: logger) }.value
    }

    /// Starts a delivery, to be awaited or cancelled.
    func start(_ body: [UInt8], id: String = "a", attempt: Int = 1) -> Task<Void, any Error> {
        let event = WebhookEvent(id: id, body: body)
        let delivery = Delivery(
            of: event,
            to: handler.id,
            attempt: attempt,
            receivedAt: .init(timeIntervalSince1970: 1_795_687_200),
            logger: logger
        )
        return Task(executorPreference: executor) { [handler] in
            try await handler.events.route(for: event.type)?.perform(event, delivery)
        }
    }

    func deliver(_ body: String, id: String = "a", attempt: Int = 1) async throws {
        try await deliver(Array(body.utf8), id: id, attempt: attempt)
    }

    func deliver(_ body: [UInt8], id: String = "a", attempt: Int = 1) async throws {
        try await start(body, id: id, attempt: attempt).value
    }

    func stop() async {
        await handler.stop()
    }
}
