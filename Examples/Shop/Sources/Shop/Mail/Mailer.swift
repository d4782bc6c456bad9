/// Sends mail.
protocol Mailer: Sendable {
    /// Returns when somebody else has taken the mail and is answerable for it.
    func send(_ mail: Mail) async throws
}
