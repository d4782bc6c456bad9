/// Finds the path that leads to a place in a document, for error messages.
struct JSONPath {
    /// How a value stands in the one around it; its text is made only for the steps that lead to the target.
    private enum Step {
        case member(JSONScanner.Text)
        case element(Int)
    }

    /// How much of a name is shown, in bytes.
    private static let nameLimit = 100

    private let target: Int
    private var scanner = JSONScanner()
    private var steps: [Step] = []

    /// The path of the innermost value at `offset`; the document may be broken from there on.
    static func text(of offset: Int, in document: RawSpan) -> String {
        var path = JSONPath(target: offset)
        // A broken document ends the search where its path is known.
        _ = try? path.isInside(document)
        return "$" + path.steps.map { text(of: $0, in: document) }.joined()
    }

    private static func text(of step: Step, in document: RawSpan) -> String {
        switch step {
        case .element(let index): return "[\(index)]"
        case .member(let name):
            let name = name.string(in: document)
            return name.utf8.count > nameLimit ? ".\(name.prefix(utf8Count: nameLimit))…" : ".\(name)"
        }
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
            steps.append(.member(name))
            if try isInside(document) { return true }
            steps.removeLast()
        }
        return target < scanner.offset
    }

    private mutating func isInsideArray(_ document: RawSpan) throws(JSONError) -> Bool {
        var elements = try scanner.begin(document)
        var index = 0
        while try scanner.hasNext(document, &elements, end: UInt8(ascii: "]")) {
            steps.append(.element(index))
            if try isInside(document) { return true }
            steps.removeLast()
            index += 1
        }
        return target < scanner.offset
    }
}
