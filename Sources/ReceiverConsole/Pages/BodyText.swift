import PolarReceiver

/// A body as text for people: JSON with line breaks, or what it is.
enum BodyText {
    /// Longer bodies are cut.
    private static let limit = 1_000_000

    static func text(_ body: [UInt8]) -> (text: String, note: String?) {
        guard body.count <= limit else {
            let start = String(decoding: body.prefix(limit), as: UTF8.self)
            return (start, "Only the first million bytes are shown; 'polar-receiver events show --body' prints all.")
        }
        guard (try? JSONValue(parsing: body)) != nil else {
            return (String(decoding: body, as: UTF8.self), "The body is no JSON; it is shown as it came.")
        }
        return (String(decoding: IndentedJSON(body).bytes, as: UTF8.self), nil)
    }
}
