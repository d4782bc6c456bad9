import HTTPServer
import HTTPWire

/// Hands requests to a receiver as a server would, without a socket.
struct MemoryChannel: Channel {
    let responder: ReceiverResponder

    func answer(to request: [UInt8]) async throws -> HTTPAnswer {
        guard let response = try await responder.answer(to: request) else { throw HTTPAnswer.missing }
        var bytes: [UInt8] = []
        response.encode(into: &bytes, date: HTTPDate(second: 0), omitsBody: false, closes: true)
        return try HTTPAnswer(bytes)
    }

    func close() async {}
}
