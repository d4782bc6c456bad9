import Metrics

/// Counts answered requests by route and status; every series exists from the start.
struct RequestMetrics: Sendable {
    enum Route: String, CaseIterable {
        case webhook, health
        case other = "_other"

        var statuses: [Int] {
            switch self {
            case .webhook: [202, 403, 405, 503]
            case .health: [200, 405, 503]
            case .other: [404]
            }
        }
    }

    private let counters: [Route: [Int: Counter]]

    init() {
        var counters: [Route: [Int: Counter]] = [:]
        for route in Route.allCases {
            for status in route.statuses {
                let dimensions = [("route", route.rawValue), ("status", "\(status)")]
                counters[route, default: [:]][status] = Counter(
                    label: "polar_receiver_http_requests_total",
                    dimensions: dimensions
                )
            }
        }
        self.counters = counters
    }

    func count(_ route: Route, status: Int) {
        counters[route]?[status]?.increment()
    }
}
