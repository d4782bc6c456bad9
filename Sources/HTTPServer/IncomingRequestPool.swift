import HTTPWire

/// Empty requests of a loop, for the next connections that receive something.
struct IncomingRequestPool {
    /// How many are kept, 1 MiB in all.
    private static let limit = 64

    private let limits: HTTPLimits
    private let budget: InputBudget
    private var requests: [IncomingRequest] = []

    init(limits: HTTPLimits, budget: InputBudget = .unlimited) {
        self.limits = limits
        self.budget = budget
    }

    mutating func take() -> IncomingRequest {
        requests.popLast() ?? IncomingRequest(limits: limits, budget: budget)
    }

    /// Keeps one whose buffer has the standard size.
    mutating func giveBack(_ request: IncomingRequest) {
        guard request.input.capacity == InputBuffer.standardCapacity, requests.count < Self.limit else { return }
        request.clear()
        requests.append(request)
    }
}
