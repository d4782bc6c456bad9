import PolarReceiver

/// A body as text for people: JSON with line breaks, or what it is; and no more of it than a page can show.
enum BodyText {
    /// In bytes.
    private static let limit = 200_000

    /// Bodies with more bytes are not read for a page.
    static let readLimit = 8_000_000

    static func text(_ body: [UInt8]) -> (text: String, note: String?) {
        let start = String(decoding: body.prefix(limit), as: UTF8.self)
        guard body.count <= limit else {
            return (start, "Only the first 200,000 bytes are shown, as they came. \(remedy)")
        }
        guard (try? JSONValue(parsing: body)) != nil else {
            return (start, "The body is not valid JSON; it is shown as it came.")
        }
        let document = IndentedJSON(body, limit: limit)
        let text = String(decoding: document.bytes, as: UTF8.self)
        return (text, document.isCut ? "Only the first 200,000 bytes of the indented text are shown. \(remedy)" : nil)
    }

    /// What a page says instead of a body that is not even read for it.
    static let tooLong = "The body is too long for a page. \(remedy)"

    private static let remedy = "The link has all bytes; so has 'polar-receiver events show --body'."
}
