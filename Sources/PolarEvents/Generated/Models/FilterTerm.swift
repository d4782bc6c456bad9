// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `FilterTerm`: one of several kinds of object.
    @nonexhaustive public enum FilterTerm: Equatable, Sendable, JSONCodable {
        /// `property` is there.
        case clause(Polar.FilterClause)

        /// `conjunction` is there.
        case filter(Polar.Filter)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let hasProperty = try reader.has("property", json)
            let hasConjunction = try reader.has("conjunction", json)
            if hasProperty {
                self = .clause(try Polar.FilterClause(from: &reader, json))
            } else if hasConjunction {
                self = .filter(try Polar.Filter(from: &reader, json))
            } else {
                self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .clause(let value): value.encode(to: &writer)
            case .filter(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
