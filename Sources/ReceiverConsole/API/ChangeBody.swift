import EventStore
import Foundation

/// The body of a change that a program asks for.
struct ChangeBody {
    private let rows: [Int64]
    private let handler: String?
    private let isAboutDead: Bool
    private let isAsNew: Bool

    /// Reads the JSON of a request.
    ///
    /// - Throws: ``RequestRefusal`` for keys that this kind of change does not have, and for empty values.
    init(_ json: [UInt8], for kind: Change.Kind) throws(RequestRefusal) {
        let fields: Fields
        do { fields = try JSONDecoder().decode(Fields.self, from: Data(json)) } catch { throw .malformed }
        let known = kind == .replay ? ["rows", "handler", "only_dead", "as_new"] : ["rows", "handler"]
        if let name = fields.names.sorted().first(where: { !known.contains($0) }) { throw .unknown(name, among: known) }
        guard !fields.rows.isEmpty else { throw .empty("rows") }
        guard fields.handler?.isEmpty != true else { throw .empty("handler") }
        rows = fields.rows
        handler = fields.handler
        isAboutDead = fields.isAboutDead
        isAsNew = fields.isAsNew
    }

    /// The change of a kind.
    func change(_ kind: Change.Kind) -> Change {
        Change(
            kind,
            rows: rows,
            handler: handler.map(HandlerID.init(rawValue:)),
            isAboutDead: isAboutDead,
            isAsNew: isAsNew
        )
    }

    private struct Fields: Decodable {
        private struct Key: CodingKey {
            let stringValue: String
            let intValue: Int? = nil

            init(_ name: String) { stringValue = name }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { return nil }
        }

        let names: [String]
        let rows: [Int64]
        let handler: String?
        let isAboutDead: Bool
        let isAsNew: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            names = container.allKeys.map(\.stringValue)
            rows = try container.decode([Int64].self, forKey: Key("rows"))
            handler = try container.decodeIfPresent(String.self, forKey: Key("handler"))
            isAboutDead = try container.decodeIfPresent(Bool.self, forKey: Key("only_dead")) ?? false
            isAsNew = try container.decodeIfPresent(Bool.self, forKey: Key("as_new")) ?? false
        }
    }
}
