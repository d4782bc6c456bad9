/// Whether an answer is a receiver's to a message that nobody has signed.
struct AnswerCheck {
    /// In which Polar wants an answer.
    private static let wanted = Duration.seconds(2)

    private let url: String
    private let endpoint: String
    private let polarID: String

    init(url: String, endpoint: String, polarID: String) {
        self.url = ShownURL.text(url)
        self.endpoint = endpoint
        self.polarID = polarID
    }

    func finding(_ status: Int, _ body: String, _ location: String?) -> Finding? {
        switch status {
        case 403 where body.contains(#""missing_header""#): nil
        case 200..<300: takesEverything(status)
        case 300..<400: redirects(location)
        case 502, 504: withoutReceiver(status)
        default: Self.known[status].map { error($0.code, $0.sentence, $0.remedy) } ?? unknown(status)
        }
    }

    func slow(_ duration: Duration) -> Finding? {
        guard duration > Self.wanted else { return nil }
        return Finding(
            "address_slow",
            .warning,
            endpoint,
            "\(url) took \(Int((duration / .seconds(1)).rounded())) seconds to answer; Polar wants two at most.",
            remedy: "Look for what is slow between Polar and the receiver: name servers, proxy, disk."
        )
    }

    // MARK: Answers of others

    /// What follows the address in the sentence, by the status.
    private static let known: [Int: (code: String, sentence: String, remedy: String)] = [
        404: (
            "path_unknown", "answers 404: the path does not lead to the receiver.",
            "Correct the path in the URL, in the proxy, or in endpoints.<name>.path."
        ),
        405: (
            "method_refused", "answers 405: something before the receiver does not take POST.",
            "Let the proxy pass POST requests with this path on to the receiver."
        ),
        413: (
            "body_refused", "answers 413: something does not take a body of 64 KiB, and Polar's can be longer.",
            "Raise the limit of the proxy (nginx: client_max_body_size) or of the receiver (http.body_limit)."
        ),
        503: (
            "cannot_store", "answers 503: the receiver cannot store messages, or the proxy finds no receiver.",
            "Read the receiver's log: the disk may be full, or it may be stopped."
        ),
    ]

    /// The worst of all: Polar counts as delivered what nobody has stored.
    private func takesEverything(_ status: Int) -> Finding {
        error(
            "other_server",
            "answers \(status) to a message that nobody has signed, so events are lost there without a trace.",
            "Check that the proxy passes POST requests with their headers on to this receiver, and answers none itself."
        )
    }

    private func redirects(_ location: String?) -> Finding {
        let place = location.map { " to \(ShownURL.text($0))" } ?? ""
        return error(
            "address_redirects",
            "redirects\(place), which Polar does not follow.",
            "Give Polar the address at the end: 'polar-receiver endpoints update \(polarID) --url …'."
        )
    }

    private func withoutReceiver(_ status: Int) -> Finding {
        error(
            "proxy_without_receiver",
            "answers \(status): the proxy finds no receiver.",
            "Start it with 'polar-receiver serve', and check the address that the proxy passes requests on to."
        )
    }

    private func unknown(_ status: Int) -> Finding {
        error(
            "other_server",
            "answers \(status), and not as a receiver answers a message without a signature.",
            "Check that the proxy passes POST requests with their headers on to this receiver."
        )
    }

    private func error(_ code: String, _ sentence: String, _ remedy: String) -> Finding {
        Finding(
            code,
            .error,
            endpoint,
            "\(url) \(sentence)",
            remedy: remedy.replacing("<name>", with: endpoint)
        )
    }
}
