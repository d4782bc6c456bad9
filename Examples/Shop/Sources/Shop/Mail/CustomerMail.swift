public import PolarReceiver

/// Writes to customers when an order is paid, and when a subscription has ended.
///
/// A delivery sends one mail, however often it is attempted, with one exception: if the process ends, or the connection
/// breaks, after the mail server took the mail and before that is recorded, the next attempt sends it again. Both have the
/// same `Message-ID`. The other order, record first and send then, would lose the mail instead.
public struct CustomerMail: ConfigurableHandlerModule {
    /// What the configuration calls it.
    public static let kind = "mail"

    /// The name of its section.
    public let id: HandlerID

    private let mailer: any Mailer
    private let sent: SentMail

    /// Makes the module of its section: `server`, `port` and `from` for the mail, `database` for the path of its file.
    public init(_ options: HandlerOptions) throws {
        let mailer = SMTPMailer(
            host: try options.required("server", "the host name of a mail server"),
            port: try options.integer("port", in: 1...65_535) ?? 25,
            sender: try MailAddress(option: "from", of: options)
        )
        self.init(id: options.id, mailer: mailer, sent: SentMail(path: options.text("database") ?? "data/mail.db"))
    }

    init(id: HandlerID = "mail", mailer: any Mailer, sent: SentMail) {
        self.id = id
        self.mailer = mailer
        self.sent = sent
    }

    /// Names the events that customers hear of.
    public func register(on events: inout EventRegistrar) {
        events.on(.orderPaid) { order, delivery in
            let product = order.product?.name ?? order.description
            try await send("Thank you for your order", "\(product) is yours now.", to: order.customer.email, delivery)
        }
        events.on(.subscriptionRevoked) { subscription, delivery in
            let text = "Your subscription of \(subscription.product.name) has ended."
            try await send("Your subscription", text, to: subscription.customer.email, delivery)
        }
    }

    /// Opens the list of what was sent.
    public func start(logger: Logger) async throws {
        try await sent.open()
    }

    /// Closes it.
    public func stop() async {
        await sent.close()
    }

    private func send(_ subject: String, _ text: String, to email: String?, _ delivery: Delivery) async throws {
        guard let recipient = email.flatMap(MailAddress.init) else {
            throw HandlerError.permanent("the customer has no address that mail can be sent to")
        }
        let key = delivery.idempotencyKey
        guard try await !sent.contains(key) else { return }
        try await mailer.send(Mail(id: key, recipient: recipient, subject: subject, text: text))
        try await sent.insert(key)
    }
}
