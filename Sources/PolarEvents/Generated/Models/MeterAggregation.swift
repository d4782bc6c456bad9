// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `MeterAggregation`: one of several kinds of object.
    @nonexhaustive public enum MeterAggregation: Equatable, Sendable, JSONCodable {
        /// `func` is `count`.
        case count(Polar.CountAggregation)

        /// `func` is `sum` or `max` or `min` or `avg`.
        case property(Polar.PropertyAggregation)

        /// `func` is `unique`.
        case unique(Polar.UniqueAggregation)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let `func` = try reader.tag("func", json)
            switch `func` {
            case "count": self = .count(try Polar.CountAggregation(from: &reader, json))
            case "sum", "max", "min", "avg": self = .property(try Polar.PropertyAggregation(from: &reader, json))
            case "unique": self = .unique(try Polar.UniqueAggregation(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .count(let value): value.encode(to: &writer)
            case .property(let value): value.encode(to: &writer)
            case .unique(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
