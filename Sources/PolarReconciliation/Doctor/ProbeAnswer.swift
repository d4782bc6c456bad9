package import Foundation

/// What came of a request to an address.
package enum ProbeAnswer: Hashable, Sendable {
    /// Why TLS does not come about.
    package enum TLSFault: Hashable, Sendable {
        /// The certificate is for other names.
        case wrongName

        /// It is not one of an authority that is trusted, or its time is not now.
        case notTrusted

        /// There is no TLS, or none in common.
        case handshake
    }

    /// An answer, with the beginning of its body, where a redirect leads to, and how long it took.
    case answer(status: Int, body: String, location: String?, duration: Duration)

    /// The name leads nowhere.
    case unknownHost

    /// Nobody takes connections there.
    case refused

    /// TLS does not come about.
    case tls(TLSFault)

    /// There was no answer in time.
    case timedOut

    /// Something else went wrong.
    case failed(String)
}

/// When a certificate is valid.
package struct CertificateTerm: Hashable, Sendable {
    let start: Date
    let end: Date

    /// Makes a term.
    package init(start: Date, end: Date) {
        self.start = start
        self.end = end
    }
}

/// Calls addresses as Polar does: no redirects, ten seconds.
package protocol EndpointProber: Sendable {
    /// Posts a body that nobody has signed, as long as those of Polar can be.
    func post(_ url: String) async -> ProbeAnswer

    /// Gets an address of the machine itself, where a certificate needs not fit.
    func get(_ url: String) async -> ProbeAnswer

    /// When the certificate of an `https` address is valid, whatever else it is worth; nil where none can be had.
    func certificate(of url: String) async -> CertificateTerm?
}
