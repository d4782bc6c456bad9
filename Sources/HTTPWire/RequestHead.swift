/// The head of a request: where its parts are in the bytes it was parsed from.
///
/// It owns no bytes.
public struct RequestHead: Sendable {
    /// The methods that a server may branch on.
    @nonexhaustive public enum Method: Hashable, Sendable {
        case get, head, post, put, patch

        /// Any other token.
        case other
    }

    /// How the end of the body is found (RFC 9112 §6.3).
    public enum BodyFraming: Hashable, Sendable {
        /// There is no body.
        case none

        /// Content-Length, in bytes.
        case length(Int)

        /// Chunked coding.
        case chunked

        /// The server cannot find the end of the body, or does not read that far.
        ///
        /// The head is whole, so that a server can refuse its method before it refuses its body. The connection ends with
        /// the answer, because the next request may begin anywhere.
        case refused(HTTPParseError)
    }

    /// The outcome of looking for a field.
    public enum FieldLookup: Hashable, Sendable {
        /// There is no such field.
        case absent

        /// There is one; the range is its value without surrounding white space.
        case single(Range<Int>)

        /// There is more than one.
        case repeated
    }

    struct Field: Sendable {
        let nameStart: UInt16
        let nameEnd: UInt16
        let valueStart: UInt16
        let valueEnd: UInt16

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
    }

    /// The method.
    public internal(set) var method = Method.other

    /// Where the path is, without the query; empty for an absolute target without a path, and for `*`.
    public internal(set) var path = 0..<0

    /// How the body ends.
    public internal(set) var bodyFraming = BodyFraming.none

    /// Whether the client waits for `100 Continue` before it sends the body.
    public internal(set) var expectsContinue = false

    /// Whether the connection can take another request afterwards.
    public internal(set) var keepsAlive = true

    /// The number of fields.
    public var fieldCount: Int { fields.count }

    /// The minor version: 0, or 1 for everything newer.
    var minorVersion = 1

    /// Whether the method is CONNECT, after which the bytes are those of a tunnel.
    var asksForTunnel = false

    private var fields: [Field] = []

    init() {}

    /// Finds a field by its name in lower case.
    ///
    /// - Parameter bytes: the bytes the head was parsed from.
    public func field(_ name: StaticString, in bytes: RawSpan) -> FieldLookup {
        var found: Range<Int>?
        for field in fields where bytes.equals(name, in: field.name) {
            guard found == nil else { return .repeated }
            found = field.value
        }
        return found.map { .single($0) } ?? .absent
    }

    /// Forgets what was read; what only a complete head has is overwritten by the next one.
    mutating func clear() {
        method = .other
        path = 0..<0
        fields.removeAll(keepingCapacity: true)
    }

    /// Adds a field; the parser's limits keep offsets within 16 bits.
    mutating func append(name: Range<Int>, value: Range<Int>) {
        let field = Field(
            nameStart: UInt16(truncatingIfNeeded: name.lowerBound),
            nameEnd: UInt16(truncatingIfNeeded: name.upperBound),
            valueStart: UInt16(truncatingIfNeeded: value.lowerBound),
            valueEnd: UInt16(truncatingIfNeeded: value.upperBound)
        )
        fields.append(field)
    }

    /// Calls `body` with every member of a list, which may span several fields and have empty members
    /// (RFC 9110 §5.6.1).
    package func forEachMember<Failure: Error>(
        of name: StaticString,
        in bytes: RawSpan,
        _ body: (Range<Int>) throws(Failure) -> Void
    ) throws(Failure) {
        for field in fields where bytes.equals(name, in: field.name) {
            var start = field.value.lowerBound
            let valueEnd = field.value.upperBound
            while start < valueEnd {
                let end = bytes.firstOffset(of: ASCII.comma, from: start, before: valueEnd) ?? valueEnd
                let member = bytes.trimmed(start..<end)
                if !member.isEmpty { try body(member) }
                start = end + 1
            }
        }
    }
}
