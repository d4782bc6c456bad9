import Foundation
import PolarReceiver

/// What of an event this version does not know: the difference between its body and what the typed event writes again.
struct Drift {
    /// More are not listed.
    private static let limit = 20

    /// Longer bodies are not compared, in bytes: that takes many times as long as reading them.
    static let bodyLimit = 256_000

    /// In bytes.
    private static let nameLimit = 60
    private static let pathLimit = 240

    /// Paths such as `data.items[].weight`.
    let fields: [String]

    /// Why the event cannot be decoded; nil when it can.
    let problem: String?

    init(body: [UInt8]) {
        let event = WebhookEvent(id: "", body: body)
        do {
            let known = try JSONSerialization.jsonObject(with: Data(try event.encoded()))
            let received = try JSONSerialization.jsonObject(with: Data(body))
            var paths: Set<String> = []
            Self.compare(received, known, at: "", into: &paths)
            fields = Array(paths.sorted().prefix(Self.limit))
            problem = nil
        } catch {
            fields = []
            problem = "\(error)".cut(to: TextOf.nameLimit)
        }
    }

    private static func compare(_ received: Any, _ known: Any?, at path: String, into paths: inout Set<String>) {
        if let members = received as? [String: Any] {
            let knownMembers = known as? [String: Any]
            for (name, value) in members where !(value is NSNull) && paths.count < 10 * limit {
                let shownName = name.cut(to: nameLimit)
                let place = path.isEmpty ? shownName : "\(path).\(shownName)".cut(to: pathLimit)
                guard let knownValue = knownMembers?[name] else {
                    paths.insert(place)
                    continue
                }
                compare(value, knownValue, at: place, into: &paths)
            }
        } else if let elements = received as? [Any], let knownElements = known as? [Any] {
            for (element, knownElement) in zip(elements, knownElements) {
                compare(element, knownElement, at: path + "[]", into: &paths)
            }
        }
    }
}
