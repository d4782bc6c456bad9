/// The last bytes that a program printed.
struct OutputTail: Sendable {
    private static let limit = 4_096

    private var bytes: [UInt8] = []
    private var isCut = false

    mutating func append(_ block: UnsafeRawBufferPointer) {
        isCut = isCut || bytes.count + block.count > Self.limit
        bytes = Array((bytes + block.suffix(Self.limit)).suffix(Self.limit))
    }

    /// The bytes as one harmless line: control characters and what turns the direction of text become spaces or �.
    var text: String {
        let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let harmless = lines.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: " "
            case .control: scalar.properties.isWhitespace ? " " : "\u{FFFD}"
            case .format, .surrogate, .privateUse, .unassigned: "\u{FFFD}"
            default: Character(scalar)
            }
        }
        return (isCut ? "…" : "") + String(harmless).split(separator: " ").joined(separator: " ")
    }

    /// The end of ``text``, up to so many Unicode scalars, with a sign that something is missing.
    func text(limit: Int) -> String {
        let scalars = text.unicodeScalars
        return scalars.count > limit ? "…" + String(scalars.suffix(limit)) : String(scalars)
    }
}
