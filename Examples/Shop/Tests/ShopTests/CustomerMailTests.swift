import PolarReceiverTesting
import Testing

@testable import Shop

@Suite(.timeLimit(.minutes(5)))
struct CustomerMailTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func module(_ server: StubMailServer) throws -> CustomerMail {
        try module(port: server.port)
    }

    private func module(port: Int) throws -> CustomerMail {
        let database = folder.path("mail.db")
        let options = ["server": "127.0.0.1", "port": "\(port)", "from": "shop@example.com", "database": database]
        return try CustomerMail(HandlerOptions(id: "mail", options))
    }

    private func order(id: String = "m1", to email: String? = "ada@example.org") -> WebhookEvent {
        .sample(.orderPaid, id: id) { order in
            order.customer.email = email
            order.product?.name = "Zoë's course"
        }
    }

    @Test func `thanks for an order`() async throws {
        let server = try StubMailServer()
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order())
            try await receiver.wait(for: message, in: .succeeded)
        }
        let mail = try #require(server.mails.first)
        #expect(server.mails.count == 1)
        #expect(mail["From"] == "<shop@example.com>")
        #expect(mail["To"] == "<ada@example.org>")
        #expect(mail["Subject"] == "Thank you for your order")
        #expect(mail["Message-ID"] == "<m1/mail@example.com>")
        #expect(mail["Date"]?.wholeMatch(of: /[A-Z]\w\w, \d\d [A-Z]\w\w \d{4} \d\d:\d\d:\d\d \+0000/) != nil)
        #expect(mail.text == "Zoë's course is yours now.")
    }

    @Test func `tells when a subscription has ended`() async throws {
        let server = try StubMailServer()
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(.sample(.subscriptionRevoked))
            try await receiver.wait(for: message, in: .succeeded)
        }
        #expect(server.mails.map { $0["Subject"] } == ["Your subscription"])
    }

    @Test func `sends one mail though the server is busy at first`() async throws {
        let server = try StubMailServer(.defers, .defers)
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order())
            try await receiver.settle()
            let delivery = try await receiver.delivery(of: message)
            #expect(delivery.state == .succeeded)
            let error = "the mail server answered 451 to the RCPT"
            #expect(delivery.failures.map(\.error) == [error, error])
        }
        #expect(server.mails.count == 1)
    }

    @Test func `sends nothing again in a replay`() async throws {
        let server = try StubMailServer()
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order())
            try await receiver.wait(for: message, in: .succeeded)
            try await receiver.replay(message)
            try await receiver.wait(for: message, in: .succeeded)
            #expect(server.mails.count == 1)
            try await receiver.replay(message, asNew: true)
            try await receiver.wait(for: message, in: .succeeded)
        }
        #expect(server.mails.map { $0["Message-ID"] } == ["<m1/mail@example.com>", "<m1/mail/1@example.com>"])
    }

    @Test func `sends a mail twice, with one Message-ID, when the server takes it and does not say so`() async throws {
        let server = try StubMailServer(.vanishes)
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order())
            try await receiver.settle()
            #expect(try await receiver.delivery(of: message).lastError == nil)
        }
        #expect(server.mails.map { $0["Message-ID"] } == ["<m1/mail@example.com>", "<m1/mail@example.com>"])
    }

    @Test func `gives up when the server never wants it`() async throws {
        let server = try StubMailServer(.refuses)
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order())
            let dead = try await receiver.wait(for: message, in: .dead)
            #expect(dead.map(\.lastError) == ["the mail server answered 550 to the RCPT"])
        }
    }

    @Test(arguments: [nil, "", "ada", "ada@", "ada@example.org>\r\nDATA", "zoë@example.org"])
    func `gives up on what is no address`(email: String?) async throws {
        let server = try StubMailServer()
        try await TestReceiver.run(module(server)) { receiver in
            let message = try await receiver.send(order(to: email))
            try await receiver.wait(for: message, in: .dead)
        }
        #expect(server.mails.isEmpty)
    }

    @Test func `tries again later when there is no server`() async throws {
        try await TestReceiver.run(module(port: 1)) { receiver in
            let waiting = try await receiver.wait(for: receiver.send(order()), in: .pending)
            #expect(waiting.map(\.lastError) == ["the mail server did not take a connection: Connection refused"])
        }
    }

    @Test func `says what its section lacks`() {
        #expect(throws: HandlerOptionError.self) { try CustomerMail(HandlerOptions(id: "mail")) }
        let options = HandlerOptions(id: "mail", ["server": "localhost", "from": "nobody"])
        let error = #expect(throws: HandlerOptionError.self) { try CustomerMail(options) }
        #expect(
            error?.description
                == "The setting handlers.mail.from (environment HANDLERS_MAIL_FROM) is not right: it must be a mail address."
        )
    }
}
