/// The beginning of an answer's body, made fit for a log and a terminal.
enum AnswerText {
    /// In characters.
    private static let limit = 200

    /// The bytes that can matter: the longest characters in UTF-8 have four.
    static let byteLimit = 4 * limit

    /// One line without control characters, nor those that change the direction of text.
    static func line(_ bytes: [UInt8]) -> String {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isHarmless = !hidden.contains(scalar.properties.generalCategory)
            // Runs of them become one space.
            if isHarmless, scalar != " " {
                text.unicodeScalars.append(scalar)
            } else if text.unicodeScalars.last != " ", !text.isEmpty {
                text += " "
            }
        }
        let line = text.last == " " ? text.dropLast() : text[...]
        return line.count > limit ? "\(line.prefix(limit))…" : String(line)
    }

    private static let hidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse, .unassigned,
    ]
}
