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

    /// Reads a form; nil where it asks for nothing that there is.
    init?(form: FormFields, path: String) {
        guard let kind = Kind(rawValue: String(path.dropFirst())) else { return nil }
        self.kind = kind
        rows = form.all("row").compactMap { Int64($0) }
        handler = form["handler"].map(HandlerID.init(rawValue:))
        isAboutDead = form["state"] == "dead"
        isAboutAll = form["all"] == "yes" && kind == .replay
        isAsNew = false
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
