import HTTPWire
import Metrics

/// Counts answered requests by method, route and status; every series exists from the start.
struct RequestMetrics: Sendable {
    enum Route: String, CaseIterable {
        case webhook, health
        case other = "_other"
    }

    /// The methods that are told apart.
    enum Method: String, CaseIterable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case other = "_other"

        init(_ method: RequestHead.Method) {
            self =
                switch method {
                case .get: .get
                case .head: .head
                case .post: .post
                default: .other
                }
        }
    }

    private struct Key: Hashable {
        let route: Route
        let method: Method
        let status: Int
    }

    private let counters: [Key: Counter]

    /// Of messages, from the last byte of the request to the answer.
    private let duration = Timer(label: "polar_receiver_http_request_duration_seconds")

    init() {
        let keys = Route.allCases.flatMap { route in
            Method.allCases.flatMap { method in
                Self.statuses(route, method).map { Key(route: route, method: method, status: $0) }
            }
        }
        counters = Dictionary(uniqueKeysWithValues: keys.map { ($0, Self.counter($0)) })
    }

    func count(_ route: Route, _ method: Method, status: Int) {
        counters[Key(route: route, method: method, status: status)]?.increment()
    }

    /// Counts the answer to a message, and how long it took since the whole request was there.
    func count(messageSince start: ContinuousClock.Instant, status: Int) {
        count(.webhook, .post, status: status)
        duration.record(duration: .now - start)
    }

    private static func statuses(_ route: Route, _ method: Method) -> [Int] {
        switch (route, method) {
        case (.webhook, .post): [202, 403, 503]
        case (.health, .get), (.health, .head): [200, 503]
        case (.webhook, _), (.health, _): [405]
        case (.other, _): [404]
        }
    }

    private static func counter(_ key: Key) -> Counter {
        let dimensions = [
            ("method", key.method.rawValue), ("route", key.route.rawValue), ("status", "\(key.status)"),
        ]
        return Counter(label: "polar_receiver_http_requests_total", dimensions: dimensions)
    }
}
