import Foundation
import Testing

/// The real executable forwards what Polar's libraries signed, and the Standard Webhooks reference library checks it.
struct ForwardTests {
    private static let secret = "whsec_Zm9yd2FyZGVkIGV2ZW50cyBoYXZlIHRoZWlyIG93biBrZXk="
    private static let count = 1_000
    private static let customers = 50

    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
    }

    /// A body that no program would write again: unusual white space, escapes and numbers.
    private static func body(_ number: Int) -> Data {
        let type = number.isMultiple(of: 10) ? "order.paid" : "order.updated"
        let text = String(repeating: #"Zo\u00eb ü\/🐻 "#, count: number % 40)
        return Data(
            """
            { "type":"\(type)", "timestamp":"2026-11-23T10:00:00Z",
            \t"data":{"n":\(number), "price":1.50e+2,"customer_id":"customer-\(number % customers)","text":"\(text)"}}\n
            """.utf8
        )
    }

    private static func messages(_ url: String?) -> [PolarPeer.Message] {
        (0..<count).map { number in
            PolarPeer.Message(
                secret: Workspace.secret,
                scheme: .base64,
                id: "message-\(number)",
                body: body(number),
                url: url
            )
        }
    }

    private func configuration(_ target: ForwardTarget, _ books: ForwardTarget) throws -> String {
        try workspace.write(
            """
            handlers:
              shop:
                module: forward
                url: \(target.url("storm"))
                secret: \(Self.secret)
                timeout: 1
                concurrency: 32
                retry_base: 1
                retry_max: 1
              books:
                module: forward
                url: \(books.url("takes"))
                signature: polar
                events: [order.paid]
              gone:
                module: forward
                url: \(target.url("status?code=410&body=moved%20out"))
                secret: \(Self.secret)
                events: [order.paid]
            """,
            to: "receiver.yaml"
        )
    }

    @Test func `a target on a bad day gets 1,000 events, in order and unchanged`() async throws {
        let target = try await ForwardTarget(secret: Self.secret)
        let books = try await ForwardTarget(secret: Workspace.secret)
        let receiver = try await RunningReceiver(in: workspace, ["--config", try configuration(target, books)])
        let verdicts = try await PolarPeer.send(Self.messages(receiver.url))
        #expect(verdicts.count { $0.status == 202 } == Self.count)
        try await target.waitForMessages(Self.count, at: "/storm")
        try await books.waitForMessages(Self.count / 10, at: "/takes")
        for number in stride(from: 0, to: Self.count, by: 10) {
            #expect(await receiver.hasBuried("message-\(number)"))
        }
        #expect(await receiver.stop() == 0)

        let requests = try target.requests()
        let shop = requests.filter { $0.path == "/storm" }
        for request in shop {
            #expect(request.verified)
            #expect(try request.body == Self.body(number(of: request)))
        }
        try expectOrder(shop)
        for name in ["hangs", "resets", "resets_halfway", "breaks", "too_many", "moved", "garbage", "drips"] {
            #expect(shop.contains { $0.answer == name })
        }
        print(
            "\(Self.count) events, \(shop.count) attempts, \(shop.count { !$0.isTaken }) of them failed by the target"
        )

        try expectEachOnce(requests.filter { $0.path == "/status" })
        try expectEachOnce(books.requests())
    }

    /// Whatever the others do, a target that takes everything gets each event once, and one that is gone is asked once.
    private func expectEachOnce(_ requests: [ForwardTarget.Request]) throws {
        let numbers = stride(from: 0, to: Self.count, by: 10)
        #expect(Set(try requests.map(number)) == Set(numbers))
        #expect(requests.count == Self.count / 10)
        for request in requests {
            #expect(request.verified)
            #expect(try request.body == Self.body(number(of: request)))
        }
    }

    /// About one customer nothing comes before what was sent earlier has been taken.
    private func expectOrder(_ requests: [ForwardTarget.Request]) throws {
        for customer in 0..<Self.customers {
            let lane = try requests.filter { try number(of: $0) % Self.customers == customer }
            var open = customer
            for request in lane {
                // The one before may come again: the answer that took it was perhaps not heard.
                let number = try number(of: request)
                #expect(number == open || number == open - Self.customers)
                if request.isTaken, number == open { open += Self.customers }
            }
            #expect(open == Self.count + customer)
        }
    }

    private func number(of request: ForwardTarget.Request) throws -> Int {
        let id = try #require(request.headers["webhook-id"])
        return try #require(Int(id.replacing("message-", with: "")))
    }
}
