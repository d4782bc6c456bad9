import Foundation

/// A mail to one customer.
struct Mail: Hashable, Sendable {
    /// Equal in every attempt to send it.
    let id: String
    let recipient: MailAddress
    /// In ASCII.
    let subject: String
    let text: String

    /// The mail as it goes over the wire, without the line that ends it (RFC 5322, RFC 2045).
    func message(from sender: MailAddress, at date: Date) -> String {
        let lines = [
            "From: <\(sender)>",
            "To: <\(recipient)>",
            "Subject: \(subject)",
            "Date: \(Self.text(of: date))",
            "Message-ID: <\(messageID)@\(sender.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            // Base64 has no line that is too long, begins with a dot, or holds a byte above 127.
            "Content-Transfer-Encoding: base64",
            "",
            Data(text.utf8).base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ]),
        ]
        return lines.joined(separator: "\r\n")
    }

    private static func text(of date: Date) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = .gmt
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return format.string(from: date)
    }

    /// The id in the letters that a `Message-ID` takes.
    private var messageID: String {
        String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_/".contains($0)) ? $0 : "-" })
    }
}
