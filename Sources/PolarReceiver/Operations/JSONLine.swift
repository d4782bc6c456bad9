import Foundation

/// Values as lines of JSON.
package enum JSONLine {
    /// One line, with keys in alphabetical order so that equal values make equal lines.
    ///
    /// A terminal can show it: characters that would steer one are escaped, so the line stands for the same value.
    package static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return PrintableText.escapedJSON(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
