import Foundation

/// Hands mail to a server by SMTP (RFC 5321), without TLS and without a login: for a relay on the same machine or network.
struct SMTPMailer: Mailer {
    let host: String
    let port: Int
    let sender: MailAddress

    /// Blocks its thread, which is one of the module's own.
    func send(_ mail: Mail) async throws {
        var connection = try SMTPConnection(host: host, port: port, timeout: 20)
        try connection.expect(220, "greeting")
        try connection.command("EHLO \(sender.domain)", expect: 250)
        try connection.command("MAIL FROM:<\(sender)>", expect: 250)
        try connection.command("RCPT TO:<\(mail.recipient)>", expect: 250)
        try connection.command("DATA", expect: 354)
        try connection.write("\(mail.message(from: sender, at: Date()))\r\n.\r\n")
        try connection.expect(250, "end of the mail")
        // The server has the mail, whatever becomes of the farewell.
        try? connection.write("QUIT\r\n")
    }
}
