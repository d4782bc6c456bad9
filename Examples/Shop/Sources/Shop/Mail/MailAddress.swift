import PolarReceiver

/// An address that can stand in a command of SMTP: printable ASCII around one `@`, and nothing that would end the command.
struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    let description: String

    init?(_ text: String) {
        guard text.wholeMatch(of: /[!-;=?A-~]{1,64}@[!-;=?A-~]{1,255}/) != nil else { return nil }
        description = text
    }

    /// The address in an option of a module.
    init(option key: String, of options: HandlerOptions) throws {
        let text = try options.required(key, "the address that mail comes from")
        guard let address = MailAddress(text) else { throw options.wrong(key, "a mail address") }
        self = address
    }

    /// What follows the `@`.
    var domain: Substring { description.drop { $0 != "@" }.dropFirst() }
}
