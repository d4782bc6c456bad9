/// Finds the path that leads to a place in a document, for error messages.
struct JSONPath {
    private let target: Int
    private var scanner = JSONScanner()
    private var steps: [String] = []

    /// The path of the innermost value at `offset`; the document may be broken from there on.
    static func text(of offset: Int, in document: RawSpan) -> String {
        var path = JSONPath(target: offset)
        // A broken document ends the search where its path is known.
        _ = try? path.isInside(document)
        return "$" + path.steps.joined()
    }

    private init(target: Int) {
        self.target = target
    }

    /// Reads one value; whether the target is in it, with ``steps`` left as they lead there.
    private mutating func isInside(_ document: RawSpan) throws(JSONError) -> Bool {
        let first = scanner.peek(document)
        guard scanner.offset < target else { return true }
        switch first {
        case UInt8(ascii: "{"): return try isInsideObject(document)
        case UInt8(ascii: "["): return try isInsideArray(document)
        default:
            try scanner.skipValue(document)
            return target < scanner.offset
        }
    }

    private mutating func isInsideObject(_ document: RawSpan) throws(JSONError) -> Bool {
        var members = try scanner.begin(document)
        while let name = try scanner.nextName(document, &members) {
            steps.append(".\(name.string(in: document))")
            if try isInside(document) { return true }
            steps.removeLast()
        }
        return target < scanner.offset
    }

    private mutating func isInsideArray(_ document: RawSpan) throws(JSONError) -> Bool {
        var elements = try scanner.begin(document)
        var index = 0
        while try scanner.hasNext(document, &elements, end: UInt8(ascii: "]")) {
            steps.append("[\(index)]")
            if try isInside(document) { return true }
            steps.removeLast()
            index += 1
        }
        return target < scanner.offset
    }
}
