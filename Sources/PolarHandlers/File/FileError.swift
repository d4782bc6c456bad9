import Foundation
import PolarReceiver

/// Why a line cannot be written, in one sentence for the operator.
struct FileError: VouchedError, Hashable {
    let description: String

    init(_ sentence: String) {
        description = sentence
    }

    /// Adds what the system says about an error number.
    init(_ sentence: String, _ number: Int32) {
        description = "\(sentence): \(String(cString: strerror(number)))"
    }
}
