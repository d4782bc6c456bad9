/// Whether the receiver runs.
enum LocalCheck {
    static func findings(_ answer: ProbeAnswer, _ url: String) -> [Finding] {
        switch answer {
        case .answer(200, _, _, _): return []
        case .answer(let status, _, _, _):
            return [
                Finding(
                    "receiver_not_ready",
                    .error,
                    nil,
                    "The receiver at \(url) is not ready, it answers \(status).",
                    remedy: "Read its log and \(url)/readyz: the store may be full or locked."
                )
            ]
        default:
            return [
                Finding(
                    "receiver_down",
                    .error,
                    nil,
                    "No receiver answers at \(url).",
                    remedy: "Start it with 'polar-receiver serve', or run this where it runs."
                )
            ]
        }
    }
}
