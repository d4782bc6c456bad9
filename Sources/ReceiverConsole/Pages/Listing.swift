import EventStore
import HTTPServer
import PolarReceiver

/// A part of the messages, as the query of a link names it.
struct Listing {
    var query = MessageQuery()

    /// The names of the conditions.
    static let names = ["type", "subject", "id", "endpoint", "handler", "state", "before"]

    /// Those of them that may be there several times.
    static let repeatableNames: Set = ["type", "state"]

    private let before: Int64?

    /// Each type pattern may mean many types.
    private static let typeLimit = 20
    private let conditions: [(String, String)]

    /// Reads the fields that are known and not empty.
    ///
    /// - Throws: ``RequestRefusal`` for a value that cannot be one.
    init(strictly fields: FormFields) throws(RequestRefusal) {
        conditions = Self.names.dropLast().flatMap { name in fields.all(name).map { (name, $0) } }
        before = fields["before"].flatMap { Int64($0) }
        guard before != nil || fields["before"] == nil else {
            throw .unknownValue("before must be the row of a message.")
        }
        let types = fields.all("type")
        guard types.count <= Self.typeLimit else {
            throw .unknownValue("A query has at most \(Self.typeLimit) types; use patterns such as order.*.")
        }
        query.types = types.map(TypePattern.init(rawValue:))
        query.subject = fields["subject"]
        query.idPrefix = fields["id"]
        query.endpoint = fields["endpoint"]
        query.handler = fields["handler"].map(HandlerID.init(rawValue:))
        for name in fields.all("state") {
            guard let state = DeliveryState(rawValue: name) else {
                let states = DeliveryState.allCases.map(\.rawValue)
                throw .unknownValue("No delivery has the state \(name)" + Spelling.hint(for: name, among: states))
            }
            query.states.insert(state)
        }
        if let problem = query.types.lazy.compactMap(QueryCheck.syntaxProblem).first { throw .unknownValue(problem) }
    }

    /// Reads the query of a page, whose forms send a field that is not filled in as an empty one.
    ///
    /// - Throws: ``RequestRefusal`` for what the page does not know.
    init(page fields: FormFields) throws(RequestRefusal) {
        try fields.check(Self.names + ["done", "count"], repeatable: Self.repeatableNames, allowsEmpty: true)
        try self.init(strictly: fields)
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
