import PolarReceiver

/// The environment of a program: the facts about the delivery, and little of the receiver's own, which holds secrets.
struct ProgramEnvironment: Sendable {
    /// What every program gets of the receiver's environment.
    private static let common = ["PATH", "HOME", "LANG"]

    /// How many bytes a fact may have; the system refuses to start a program with a variable of some hundred thousand.
    private static let lengthLimit = 1_000

    private let passed: [String: String]

    /// Reads the option `environment`, a list of names.
    init(_ options: HandlerOptions, receiver: [String: String]) throws(HandlerOptionError) {
        let names = options.list("environment") ?? []
        guard names.allSatisfy(Self.isName) else {
            throw options.wrong("environment", "a list of names of variables such as DATABASE_URL")
        }
        passed = receiver.filter { names.contains($0.key) || Self.common.contains($0.key) }
    }

    /// All variables; the facts win over what is passed on.
    func variables(for delivery: Delivery) -> [String: String] {
        let facts = [
            "POLAR_WEBHOOK_ID": delivery.webhookID,
            "POLAR_EVENT_TYPE": delivery.event.type?.rawValue ?? "",
            "POLAR_EVENT_TIMESTAMP": delivery.event.timestamp?.lineText ?? "",
            "POLAR_API_VERSION": delivery.event.apiVersion ?? "",
            "POLAR_ENDPOINT": delivery.endpoint,
            "POLAR_HANDLER": "\(delivery.handler)",
            "POLAR_ATTEMPT": "\(delivery.attempt)",
            "POLAR_IDEMPOTENCY_KEY": delivery.idempotencyKey,
            "POLAR_RECEIVED_AT": delivery.receivedAt.lineText,
        ]
        return passed.merging(facts.mapValues(Self.fact)) { $1 }
    }

    /// A text from outside as the value of a variable, which cannot hold NUL.
    private static func fact(_ text: String) -> String {
        text.prefix(utf8Count: lengthLimit).replacing("\0", with: "\u{FFFD}")
    }

    private static func isName(_ text: String) -> Bool {
        let isLetter = { (character: Character) in character.isASCII && (character.isLetter || character == "_") }
        return text.first.map(isLetter) == true && text.allSatisfy { isLetter($0) || $0.isASCII && $0.isNumber }
    }
}
