package import Logging
package import PolarAPI

/// Watches how an endpoint fares in Polar, and says so before Polar disables it.
package struct EndpointGuardian: Sendable {
    /// How bad it is.
    package enum Condition: Int, Comparable, Sendable {
        case good
        case failing
        case endangered
        case disabled

        init(_ endpoint: PolarEndpoint, streak: Int) {
            self =
                switch streak {
                case _ where !endpoint.isEnabled: .disabled
                case 6...: .endangered
                case 3...: .failing
                default: .good
                }
        }

        package static func < (one: Condition, other: Condition) -> Bool { one.rawValue < other.rawValue }
    }

    private let polar: PolarClient
    private let local: LocalEndpoint
    private let pacer: Pacer
    private let metrics: EndpointMetrics
    private let logger: Logger
    private var condition = Condition.good
    private var trouble: String?

    /// Makes a guardian of one endpoint.
    package init(polar: PolarClient, endpoint: LocalEndpoint, pacer: Pacer, logger: Logger) {
        self.polar = polar
        self.pacer = pacer
        local = endpoint
        metrics = EndpointMetrics(endpoint: endpoint.name)
        var logger = logger
        logger[metadataKey: "endpoint.name"] = "\(endpoint.name)"
        self.logger = logger
    }

    /// Looks once; nil where Polar could not be asked, which is said in the log.
    package mutating func look() async -> Condition? {
        do throws(ReconciliationError) {
            let (endpoint, streak) = try await state()
            metrics.note(isEnabled: endpoint.isEnabled, streak: streak)
            report(Condition(endpoint, streak: streak), streak: streak)
            trouble = nil
            return condition
        } catch {
            report(trouble: "\(error)")
            return nil
        }
    }

    private func state() async throws(ReconciliationError) -> (endpoint: PolarEndpoint, streak: Int) {
        let endpoint = try await EndpointMatch.endpoint(of: local, at: polar, pacer)
        let newest = try await pacer.ask { () throws(PolarError) in
            try await FailureStreak.newestDeliveries(to: endpoint, at: polar)
        }
        return (endpoint, FailureStreak.length(of: newest))
    }

    private mutating func report(_ next: Condition, streak: Int) {
        guard next != condition else { return }
        let metadata: Logger.Metadata = ["polar.failures_in_a_row": "\(streak)"]
        switch next {
        case .good: logger.notice("Polar reaches the receiver again", metadata: metadata)
        case .failing where condition < next:
            logger.warning("Events fail at Polar, which disables the endpoint at 10 in a row", metadata: metadata)
        case .endangered where condition < next:
            logger.error("Polar will soon disable the endpoint; see its deliveries in Polar", metadata: metadata)
        case .disabled:
            logger.critical(
                "Polar has disabled the endpoint and makes no events for it; run 'polar-receiver doctor'",
                metadata: metadata
            )
        case .failing, .endangered: logger.notice("Fewer events fail at Polar", metadata: metadata)
        }
        condition = next
    }

    /// Says it once, and again when it is another trouble.
    private mutating func report(trouble sentence: String) {
        guard trouble != sentence else { return }
        trouble = sentence
        logger.warning("Cannot look at the endpoint in Polar", metadata: ["error.message": "\(sentence)"])
    }
}
