/// An object as it was received, for what its model does not show: fields that this version does not know.
///
/// It shares the body of its event, so keeping it costs nothing while the event lives.
public struct RawJSON: Sendable {
    private let document: [UInt8]
    private let range: Range<Int>

    init(_ document: [UInt8], _ range: Range<Int>) {
        self.document = document
        self.range = range
    }

    /// The text as received.
    public var text: String { String(decoding: document[range], as: UTF8.self) }

    /// The object with all its members; it is parsed on each call.
    public var value: JSONValue {
        // The object was read once already, so it is JSON.
        (try? JSONValue(parsing: Array(document[range]))) ?? .null
    }

    /// A member of the object; the object is parsed on each call.
    public subscript(name: String) -> JSONValue? { value[name] }
}

extension RawJSON: Equatable {
    /// Always true: two models are equal when their known fields are.
    public static func == (left: RawJSON, right: RawJSON) -> Bool { true }
}
