import Foundation
import PolarEvents

/// An error whose text is known to hold nothing personal: that of a built-in module.
package protocol VouchedError: Error, CustomStringConvertible {
    /// The part of the text that may stand in the log; the whole is stored with the delivery.
    var logText: String { get }
}

extension VouchedError {
    /// The whole text.
    package var logText: String { description }
}

/// Why an attempt failed, as it is stored with the delivery and as it stands in the log.
///
/// The text of any error can hold parts of the event. The inbox holds the event itself, so it keeps the text, until the
/// message is emptied. The log gets only the type, but for a ``HandlerError``, which is written for the operator.
struct FailureReason: Hashable, Sendable {
    /// In bytes of UTF-8.
    private static let limit = 1_000

    let stored: String
    let logged: String

    init(_ sentence: String) {
        stored = Self.cut(sentence)
        logged = stored
    }

    init(_ error: any Error) {
        let vouched = error as? any VouchedError
        stored = Self.cut(vouched?.description ?? Self.text(of: error))
        logged = Self.cut(vouched?.logText ?? Self.name(of: error))
    }

    /// A text that is not too long to be stored or logged.
    static func cut(_ text: String) -> String {
        text.prefix(utf8Count: limit)
    }

    /// The text of an error; for one of Foundation without its dictionary of facts.
    private static func text(of error: any Error) -> String {
        isOfFoundation(error) ? "\(name(of: error)): \(error.localizedDescription)" : String(describing: error)
    }

    /// The type of an error, and for one of Foundation its domain and code.
    private static func name(of error: any Error) -> String {
        let name = String(describing: type(of: error))
        guard isOfFoundation(error) else { return name }
        let bridged = error as NSError
        return "\(name) (\(bridged.domain) \(bridged.code))"
    }

    private static func isOfFoundation(_ error: any Error) -> Bool {
        error is CocoaError || error is POSIXError || type(of: error) is NSError.Type
    }
}
