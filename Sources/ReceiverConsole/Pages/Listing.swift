import EventStore
import HTTPServer

/// A part of the messages, as the query of a link names it.
struct Listing {
    var query = MessageQuery()

    /// Whether a condition is none; it is left out.
    let isMalformed: Bool
    private let before: Int64?
    private let conditions: [(String, String)]

    init(_ fields: FormFields) {
        let names = ["type", "subject", "id", "handler", "state"]
        conditions = names.compactMap { name in fields[name].map { (name, $0) } }
        before = fields["before"].flatMap { Int64($0) }
        query.types = fields.all("type").map(TypePattern.init(rawValue:))
        query.subject = fields["subject"]
        query.idPrefix = fields["id"]
        query.handler = fields["handler"].map(HandlerID.init(rawValue:))
        let states = fields.all("state").map(DeliveryState.init(rawValue:))
        query.states = Set(states.compactMap(\.self))
        isMalformed = states.contains(nil) || (fields["before"] != nil && before == nil)
    }

    func page(size: Int) -> MessagePage {
        MessagePage(.newestFirst, after: before, limit: size)
    }

    /// Links to the first page and to the next one.
    func links(_ path: String, _ records: [MessageRecord]) -> [String: Any] {
        let query = conditions.map { "\($0)=\(TextOf.query($1))" }
        let isFull = records.count == Pages.pageSize
        let next = isFull ? records.last.map { link(path, query + ["before=\($0.row)"]) } : nil
        return [
            "has_pages": before != nil || next != nil, "first": link(path, query), "is_later": before != nil,
            "next": next ?? "",
        ]
    }

    private func link(_ path: String, _ query: [String]) -> String {
        query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    }
}
