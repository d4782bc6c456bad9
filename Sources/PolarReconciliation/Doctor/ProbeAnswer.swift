/// What came of a request to an address.
package enum ProbeAnswer: Hashable, Sendable {
    /// An answer, with the beginning of its body, where a redirect leads to, and how long it took.
    case answer(status: Int, body: String, location: String?, duration: Duration)

    /// The name leads nowhere.
    case unknownHost

    /// Nobody takes connections there.
    case refused

    /// TLS does not come about: the reason.
    case tls(String)

    /// There was no answer in time.
    case timedOut

    /// Something else went wrong.
    case failed(String)
}

/// Calls addresses as Polar does: no redirects, ten seconds.
package protocol EndpointProber: Sendable {
    /// Posts a body that nobody has signed.
    func post(_ url: String) async -> ProbeAnswer

    /// Gets an address of the machine itself, where a certificate needs not fit.
    func get(_ url: String) async -> ProbeAnswer
}
