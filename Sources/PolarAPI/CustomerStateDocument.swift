public import PolarEvents

/// A customer's state, as Polar wrote it and as this version understands it.
public struct CustomerStateDocument: Sendable {
    /// The JSON as it came.
    public let bytes: [UInt8]

    /// What it says.
    public let state: Polar.CustomerState

    /// - Throws: ``PolarError/malformedAnswer(reason:)``.
    init(_ bytes: [UInt8]) throws(PolarError) {
        self.bytes = bytes
        // Events are what the decoder of states is made for.
        let event = #"{"type":"\#(EventType.customerStateChanged.rawValue)","data":"#
        let body = Array(event.utf8) + bytes + Array("}".utf8)
        guard case .customer(.stateChanged(let state)) = WebhookEvent(id: "", body: body).payload else {
            throw .malformedAnswer(reason: "it is no customer state.")
        }
        self.state = state
    }
}
