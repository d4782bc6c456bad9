import Foundation

/// Whether Polar takes the certificate of the public address, today and next week.
struct CertificateCheck {
    /// Whoever renews a certificate does it earlier than this; one for a few days only, in the last third of its life.
    private static let notice: TimeInterval = 7 * 86_400

    let url: String
    let endpoint: String
    let now: Date

    /// - Parameter term: nil where there is no certificate.
    func finding(_ fault: ProbeAnswer.TLSFault, _ term: CertificateTerm?) -> Finding {
        switch (fault, term) {
        case (.notTrusted, let term?) where term.end <= now:
            error("certificate_expired", "expired on \(day(term.end))", "Renew it, and look why that was not done.")
        case (.notTrusted, let term?) where term.start > now:
            error("certificate_not_yet", "is valid from \(day(term.start)) only", "Set the clock of whoever made it.")
        case (.wrongName, _):
            error("certificate_wrong_name", "is for other names", "Get one for exactly the name in the URL.")
        case (.notTrusted, _):
            error(
                "certificate_not_trusted",
                "is not one of an authority that this machine trusts, or its chain is not complete",
                "Serve it with its whole chain, from an authority that is trusted everywhere."
            )
        case (.handshake, _):
            Finding(
                "tls_failed",
                .error,
                endpoint,
                "There is no TLS at \(url), or none that Polar speaks.",
                remedy: "Let the proxy, or the receiver (tls.certificate_file), speak TLS 1.2 or 1.3 there."
            )
        }
    }

    func soon(_ term: CertificateTerm) -> Finding? {
        let life = term.end.timeIntervalSince(term.start)
        guard term.end.timeIntervalSince(now) < min(Self.notice, life / 3) else { return nil }
        return Finding(
            "certificate_ends_soon",
            .warning,
            endpoint,
            "The certificate of \(url) ends on \(day(term.end)).",
            remedy: "Renew it before then, and look why that was not done by itself."
        )
    }

    private func error(_ code: String, _ what: String, _ remedy: String) -> Finding {
        Finding(code, .error, endpoint, "The certificate of \(url) \(what).", remedy: remedy)
    }

    private func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
