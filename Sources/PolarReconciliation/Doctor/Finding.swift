/// Something that is not as it should be, and what to do about it.
package struct Finding: Hashable, Sendable {
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

extension Finding: Encodable {
    private enum CodingKeys: String, CodingKey {
        case code, severity, endpoint, sentence, remedy
    }

    /// Writes every key each time, also where there is no endpoint.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(severity, forKey: .severity)
        try container.encode(endpoint, forKey: .endpoint)
        try container.encode(sentence, forKey: .sentence)
        try container.encode(remedy, forKey: .remedy)
    }
}
