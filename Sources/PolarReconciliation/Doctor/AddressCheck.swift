import Foundation

/// Whether the public address leads to a receiver, as Polar would find it.
struct AddressCheck {
    /// In which Polar wants an answer.
    private static let wanted = Duration.seconds(2)

    let url: String
    let endpoint: String
    let prober: any EndpointProber

    func findings() async -> [Finding] {
        if let finding = privateAddress { return [finding] }
        switch await prober.post(url) {
        case .unknownHost:
            return [error("name_unknown", "The name in \(url) leads nowhere.", "Correct the DNS entry, or the URL.")]
        case .refused:
            return [
                error(
                    "connection_refused",
                    "Nobody takes connections at \(url).",
                    "Start the proxy or the receiver there, and open the port in the firewall."
                )
            ]
        case .tls(let reason):
            return [
                error(
                    "tls_failed",
                    "The certificate of \(url) is not one that Polar trusts: \(Self.shortened(reason)).",
                    "Renew the certificate, with its whole chain, for exactly this name."
                )
            ]
        case .timedOut:
            return [
                error(
                    "address_silent",
                    "\(url) does not answer within ten seconds.",
                    "Check the firewall and what the proxy passes on; Polar gives up after ten seconds."
                )
            ]
        case .failed(let reason):
            return [error("address_failed", "\(url) cannot be called: \(Self.shortened(reason)).", "Check the proxy.")]
        case .answer(let status, let body, let location, let duration):
            return answered(status, body, location) + slow(duration)
        }
    }

    // MARK: The address

    private var privateAddress: Finding? {
        guard let parts = URLComponents(string: url), let host = parts.host else { return nil }
        guard parts.scheme == "https" || isLoopback(host) else {
            return error("url_without_tls", "Polar only calls https addresses, and this one is \(url).", updateURL)
        }
        return nil
    }

    private func isLoopback(_ host: String) -> Bool { ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) }

    private var updateURL: String { "Change it with 'polar-receiver endpoints update <id> --url https://…'." }

    // MARK: The answer

    private func answered(_ status: Int, _ body: String, _ location: String?) -> [Finding] {
        switch status {
        case 403 where body.contains(#""missing_header""#): return []
        case 300..<400:
            let place = location.map { " to \($0)" } ?? ""
            return [
                error(
                    "address_redirects",
                    "\(url) redirects\(Self.shortened(place)), which Polar does not follow.",
                    "Give Polar the address at the end: 'polar-receiver endpoints update <id> --url …'."
                )
            ]
        case 404:
            return [
                error(
                    "path_unknown",
                    "\(url) answers 404: the path does not lead to the receiver.",
                    "Correct the path in the URL, in the proxy, or in endpoints.\(endpoint).path."
                )
            ]
        case 503:
            return [
                error(
                    "cannot_store",
                    "\(url) answers 503: the receiver cannot store messages, or the proxy finds no receiver.",
                    "Read the receiver's log: the disk may be full, or it may be stopped."
                )
            ]
        default:
            return [
                error(
                    "other_server",
                    "\(url) answers \(status), and not as a receiver answers a message without a signature.",
                    "Check that the proxy passes POST requests with their headers on to this receiver."
                )
            ]
        }
    }

    private func slow(_ duration: Duration) -> [Finding] {
        guard duration > Self.wanted else { return [] }
        let seconds = Int((duration / .seconds(1)).rounded())
        return [
            Finding(
                "address_slow",
                .warning,
                endpoint,
                "\(url) took \(seconds) seconds to answer; Polar wants two at most.",
                remedy: "Look for what is slow between Polar and the receiver: name servers, proxy, disk."
            )
        ]
    }

    private func error(_ code: String, _ sentence: String, _ remedy: String) -> Finding {
        Finding(code, .error, endpoint, sentence, remedy: remedy)
    }

    private static func shortened(_ text: String) -> String { String(text.prefix(200)) }
}
