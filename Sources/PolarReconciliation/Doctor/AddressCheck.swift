import Foundation

/// Whether the public address leads to a receiver, as Polar would find it.
struct AddressCheck {
    let url: String
    let endpoint: String

    /// The endpoint's id in Polar.
    let polarID: String
    let prober: any EndpointProber
    let now: Date

    /// Whether the Polar is a simulated one, which reaches this machine by any name.
    let isLocal: Bool

    func findings() async -> [Finding] {
        if let finding = unusable { return [finding] }
        switch await prober.post(url) {
        case .answer(let status, let body, let location, let duration):
            let judge = AnswerCheck(url: url, endpoint: endpoint, polarID: polarID)
            return [judge.finding(status, body, location), judge.slow(duration), await certificateEnd()]
                .compactMap(\.self)
        case .tls(let fault): return [certificate.finding(fault, await prober.certificate(of: url))]
        case let failure: return [unanswered(failure)].compactMap(\.self)
        }
    }

    private var certificate: CertificateCheck { CertificateCheck(url: shown, endpoint: endpoint, now: now) }

    private func certificateEnd() async -> Finding? {
        guard let term = await prober.certificate(of: url) else { return nil }
        return certificate.soon(term)
    }

    // MARK: The address

    private var shown: String { ShownURL.text(url) }

    private var unusable: Finding? {
        guard let parts = URLComponents(string: url), let host = parts.host else { return nil }
        if isLocal && PublicHost.isLoopback(host) { return nil }
        let remedy = "Change it with 'polar-receiver endpoints update \(polarID) --url https://…'."
        guard parts.scheme == "https" else {
            return error("url_without_tls", "Polar only calls https addresses, and this one is \(shown).", remedy)
        }
        guard PublicHost.isPublic(host) else {
            return error("url_not_public", "Polar cannot reach \(shown): it is in a private network.", remedy)
        }
        return nil
    }

    // MARK: No answer

    private func unanswered(_ answer: ProbeAnswer) -> Finding? {
        switch answer {
        case .unknownHost:
            error("name_unknown", "The name in \(shown) leads nowhere.", "Correct the DNS entry, or the URL.")
        case .refused:
            error(
                "connection_refused",
                "Nobody takes connections at \(shown).",
                "Start the proxy or the receiver there, and open the port in the firewall."
            )
        case .timedOut:
            error(
                "address_silent",
                "\(shown) does not answer within ten seconds.",
                "Check the firewall and what the proxy passes on; Polar gives up after ten seconds."
            )
        case .failed(let reason):
            error(
                "address_failed",
                "\(shown) cannot be called: \(reason.prefix(200)).",
                "Check the network between here and there, and the proxy."
            )
        case .answer, .tls: nil
        }
    }

    private func error(_ code: String, _ sentence: String, _ remedy: String) -> Finding {
        Finding(code, .error, endpoint, sentence, remedy: remedy)
    }
}
