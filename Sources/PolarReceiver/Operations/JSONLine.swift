import Foundation

/// Values as lines of JSON.
package enum JSONLine {
    /// One line, with keys in alphabetical order so that equal values make equal lines.
    package static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
