/// An endpoint of the receiver, as far as it matters to find its other end in Polar.
package struct LocalEndpoint: Hashable, Sendable {
    /// Its name in the configuration.
    package let name: String

    /// Where messages arrive, such as `/webhooks/polar`.
    package let path: String

    /// The id of the endpoint in Polar, where it is configured.
    package let polarID: String?

    /// Makes an endpoint.
    package init(name: String, path: String, polarID: String? = nil) {
        self.name = name
        self.path = path
        self.polarID = polarID
    }
}
