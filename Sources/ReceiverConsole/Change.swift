import EventStore
import HTTPServer

/// A change that an operator asks for: a replay or a dismissal of deliveries.
struct Change {
    enum Kind: String {
        case replay, dismiss
    }

    let kind: Kind
    let rows: [Int64]
    let handler: HandlerID?

    /// Only dead deliveries, where it is not about a single one.
    let isAboutDead: Bool

    /// All dead letters, not only ``rows``.
    let isAboutAll: Bool
    let isAsNew: Bool

    /// What the page says afterwards.
    var name: String { kind == .replay ? "replayed" : "dismissed" }

    /// Reads a form, whose hidden field of the handler is empty where none is chosen.
    ///
    /// - Throws: ``RequestRefusal`` where the form says something unknown, or chooses nothing.
    init(form: FormFields, path: String) throws(RequestRefusal) {
        let names = ["form_token", "row", "handler", "state", "back", "all"]
        try form.check(names, repeatable: ["row"], allowsEmpty: true)
        guard let kind = Kind(rawValue: String(path.dropFirst())) else { throw .malformed }
        self.kind = kind
        let rows = form.all("row").map { Int64($0) }
        guard !rows.contains(nil) else { throw .unknownValue("row must be the row of a message.") }
        self.rows = rows.compactMap(\.self)
        handler = form["handler"].map(HandlerID.init(rawValue:))
        guard [nil, "dead"].contains(form["state"]) else { throw .unknownValue("state can be dead only.") }
        isAboutDead = form["state"] == "dead"
        guard form["all"] == nil || form["all"] == "yes" && kind == .replay else {
            throw .unknownValue("all can be yes only, and for a replay.")
        }
        isAboutAll = form["all"] == "yes"
        isAsNew = false
        guard isAboutAll || !self.rows.isEmpty else {
            throw RequestRefusal(code: "empty_value", sentence: "No message is selected; select one or more first.")
        }
    }

    init(_ kind: Kind, rows: [Int64], handler: HandlerID?, isAboutDead: Bool, isAsNew: Bool) {
        self.kind = kind
        self.rows = rows
        self.handler = handler
        self.isAboutDead = isAboutDead
        self.isAsNew = isAsNew
        isAboutAll = false
    }
}
