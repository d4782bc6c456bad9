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

    /// Path and reason.
    public var description: String { "\(path): \(reason)" }

    /// The same failure seen from one level further out.
    func inside(_ step: String) -> DecodingFailure {
        DecodingFailure(reason, path: "$\(step)\(path.dropFirst())")
    }
}
