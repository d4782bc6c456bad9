import HTTPWire

/// Empty requests of a loop, for the next connections that receive something.
struct IncomingRequestPool {
    /// How many are kept, 1 MiB in all.
    private static let limit = 64

    private let limits: HTTPLimits
    private var requests: [IncomingRequest] = []

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    mutating func take() -> IncomingRequest {
        requests.popLast() ?? IncomingRequest(limits: limits)
    }

    /// Keeps one whose buffer has the standard size.
    mutating func giveBack(_ request: IncomingRequest) {
        guard request.input.capacity == InputBuffer.standardCapacity, requests.count < Self.limit else { return }
        request.clear()
        requests.append(request)
    }
}
