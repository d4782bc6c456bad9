/// The body of a request for tokens, `application/x-www-form-urlencoded`.
enum FormText {
    static let contentType = "application/x-www-form-urlencoded"

    /// The members in their order; those without a value are left out.
    static func bytes(_ members: [(name: String, value: String?)]) -> [UInt8] {
        let parts = members.compactMap { name, value in value.map { "\(encoded(name))=\(encoded($0))" } }
        return Array(parts.joined(separator: "&").utf8)
    }

    /// A text as the form encoding of RFC 6749 appendix B has it: a space is a plus sign.
    static func encoded(_ text: String) -> String {
        // What stands for itself in a form and not in a query, such as the asterisk, may be written with a percent sign.
        QueryText.encoded(text).replacing("%20", with: "+")
    }
}
