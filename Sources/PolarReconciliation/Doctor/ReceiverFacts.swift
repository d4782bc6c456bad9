package import PolarAPI
import StandardWebhooks

/// What the doctor has to know of the receiver.
package struct ReceiverFacts: Sendable {
    /// An endpoint, with what the configuration says of it.
    package struct Endpoint: Sendable {
        let local: LocalEndpoint
        let secrets: [SecretText]
        let tolerance: Duration
        let wantedTypes: Set<String>
        let takesEveryType: Bool

        /// Makes facts.
        ///
        /// - Parameters:
        ///   - secrets: the texts of its secrets, in their order.
        ///   - tolerance: how far the sender's clock may be off.
        ///   - wantedTypes: the event types that its handlers ask for.
        ///   - takesEveryType: whether a handler takes whatever comes besides, without asking for any of it.
        package init(
            _ local: LocalEndpoint,
            secrets: [String],
            tolerance: Duration,
            wantedTypes: Set<String>,
            takesEveryType: Bool = false
        ) {
            self.local = local
            self.secrets = secrets.map(SecretText.init)
            self.tolerance = tolerance
            self.wantedTypes = wantedTypes
            self.takesEveryType = takesEveryType
        }
    }

    /// A secret that is compared and never shown.
    struct SecretText: Sendable, Redacted {
        private let text: String

        init(_ text: String) {
            self.text = text
        }

        /// Compares the digests, so that the time says nothing about the texts.
        func equals(_ other: String) -> Bool {
            guard let one = contentDigest(of: text.utf8Span.span.bytes),
                let two = contentDigest(of: other.utf8Span.span.bytes)
            else { return false }
            return one == two
        }
    }

    let endpoints: [Endpoint]

    /// Where the receiver answers on its own machine, without a path; nil where nobody is to be asked there.
    let localURL: String?

    /// Which Polar it asks.
    let server: PolarServer

    /// Whether an event that comes under two ids is stored once (`delivery.compare_bodies`).
    let comparesBodies: Bool

    /// Makes facts.
    package init(
        endpoints: [Endpoint],
        localURL: String?,
        server: PolarServer = .production,
        comparesBodies: Bool = false
    ) {
        self.endpoints = endpoints
        self.localURL = localURL
        self.server = server
        self.comparesBodies = comparesBodies
    }

    /// The narrowest tolerance of all endpoints.
    var tolerance: Duration { endpoints.map(\.tolerance).min() ?? .seconds(300) }
}
