/// Why a body cannot be decoded: where in the document, and what is wrong there.
///
/// It never shows a value, only names.
public struct DecodingFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place as a JSON path, such as `$.data.items[2].amount`.
    public let path: String

    /// What is wrong there, in a few words.
    public let reason: String

    init(_ reason: String, path: String = "$") {
        self.path = path
        self.reason = reason
    }

    /// Names the place of `error`, for which the document is read again up to there.
    init(_ error: JSONError, in document: RawSpan) {
        var path = JSONPath.text(of: error.offset, in: document)
        if let name = error.missingMember { path += ".\(name)" }
        self.init("\(error.reason)", path: path)
    }

    /// Path and reason.
    public var description: String { "\(path): \(reason)" }
}
