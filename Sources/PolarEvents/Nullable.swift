/// A value or an explicit null, for members that Polar leaves out where it means something else than null.
public enum Nullable<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The member is there and null.
    case null

    /// The member is there with a value.
    case value(Value)

    /// The value, nil for null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Nullable: JSONCodable where Value: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = try reader.skipNull(json) ? .null : .value(try Value(from: &reader, json))
    }

    func encode(to writer: inout JSONWriter) {
        value.encode(to: &writer)
    }
}
