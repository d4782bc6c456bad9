import PolarReceiver

/// Why a mail was not taken; without addresses, because it is stored with the attempt.
struct SMTPError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// What to do about an answer that was not hoped for: the server decides with its first digit.
    static func refused(_ step: String, code: Int) -> any Error {
        let sentence = "the mail server answered \(code) to the \(step)"
        return (500..<600).contains(code) ? HandlerError.permanent(sentence) : SMTPError(sentence)
    }
}
