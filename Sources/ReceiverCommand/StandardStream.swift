import Foundation

/// The process's standard streams, written without a buffer so that lines keep their order with those of the log.
enum StandardStream {
    /// Data for the next program, or news for the operator.
    static func output(_ line: String) { write(line, to: .standardOutput) }

    /// Sentences for the operator, so that output stays free for data.
    static func error(_ line: String) { write(line, to: .standardError) }

    private static func write(_ line: String, to file: FileHandle) {
        // A closed stream leaves nobody to tell.
        try? file.write(contentsOf: Data((line + "\n").utf8))
    }
}
