/// Something that is not as it should be, and what to do about it.
package struct Finding: Hashable, Sendable, Encodable {
    /// How bad it is.
    package enum Severity: String, Hashable, Sendable, Encodable, CaseIterable {
        /// Events are lost or will be.
        case error

        /// They may be.
        case warning

        /// Good to know.
        case note
    }

    /// What it is, the same word in every version.
    package let code: String

    /// How bad it is.
    package let severity: Severity

    /// The receiver's endpoint that it is about, nil where it is about all of them.
    package let endpoint: String?

    /// What was found.
    package let sentence: String

    /// What to do.
    package let remedy: String

    init(_ code: String, _ severity: Severity, _ endpoint: String?, _ sentence: String, remedy: String) {
        self.code = code
        self.severity = severity
        self.endpoint = endpoint
        self.sentence = sentence
        self.remedy = remedy
    }
}
