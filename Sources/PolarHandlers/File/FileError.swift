import Foundation

/// Why a line cannot be written, in one sentence for the operator.
struct FileError: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ sentence: String) {
        description = sentence
    }

    /// Adds what the system says about an error number.
    init(_ sentence: String, _ number: Int32) {
        description = "\(sentence): \(String(cString: strerror(number)))"
    }
}
