import Foundation
import MetricsTestKit
import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(5)))
struct EventLoopAcceptingTests {
    @Test func `closes the connection that is idle longest when the limit is reached`() async throws {
        try await withServer(.local(maximumConnections: 3)) { running in
            let idle = try (0..<3).map { _ in try running.connect() }
            for client in idle { #expect(try client.exchange(Request.get("/echo")).status == 200) }
            let next = try running.connect()
            #expect(try next.exchange(Request.get("/echo")).status == 200)
            #expect(try idle[0].isAtEnd())
            for client in [idle[1], idle[2], next] { #expect(try client.exchange(Request.get("/echo")).status == 200) }
            #expect(running.shedCount == 1)
        }
    }

    @Test func `lets a client wait while every connection is at work`() async throws {
        try await withServer(.local(maximumConnections: 1)) { running in
            let busy = try running.connect()
            try busy.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            let next = try running.connect()
            try next.send(Request.post("/echo", "next"))
            try await eventually { running.log.lines.count == 1 }
            exchange.reply(.echo("late"))
            #expect(try busy.receiveAnswer().body == "late")
            #expect(try next.receiveAnswer().body == "next")
        }
    }

    @Test func `serves every new client when both loops are full of idle ones`() async throws {
        try await withServer(.local(maximumConnections: 6, loopCount: 2)) { running in
            var clients: [TestClient] = []
            for _ in 0..<24 {
                let client = try running.connect()
                #expect(try client.exchange(Request.get("/echo")).status == 200)
                clients.append(client)
            }
            #expect(running.shedCount >= 18)
        }
    }

    @Test(arguments: [1, 2])
    func `answers a client while four addresses hold every place with unfinished heads`(loops: Int) async throws {
        try await withServer(.local(maximumConnections: 40, loopCount: loops)) { running in
            var attackers = try (0..<40).map { number in
                let client = try running.connect(from: "127.0.0.\(2 + number % 4)")
                try client.send("P")
                return client
            }
            try await eventually { try running.connectionCount == 40 }
            for number in 0..<40 {
                let good = try running.connect()
                #expect(try good.exchange(Request.post("/echo", "\(number)")).body == "\(number)")
                attackers.append(try running.connect(from: "127.0.0.\(2 + number % 4)"))
                try attackers.last?.send("P")
            }
            #expect(try running.connectionCount <= 41)
        }
    }

    @Test func `closes the oldest head of an address at its limit, for the next client of that address`() async throws {
        try await withServer(.local(maximumConnectionsPerAddress: 3, loopCount: 2)) { running in
            let heads = try (0..<3).map { _ in try running.connect() }
            for head in heads { try head.send("P") }
            try await eventually { try running.connectionCount == 3 }
            let next = try running.connect()
            #expect(try next.exchange(Request.post("/echo", "next")).body == "next")
            #expect(try heads[0].isAtEnd())
            // The last one is idle now, and goes before the heads.
            let last = try running.connect()
            #expect(try last.exchange(Request.post("/echo", "last")).body == "last")
            #expect(try next.isAtEnd())
            #expect(running.shedCount == 2)
            #expect(running.log.lines.map(\.message) == ["Closed a connection to make room for another"])
        }
    }

    @Test func `sends a client away when its address has all it may and each is at work`() async throws {
        try await withServer(.local(maximumConnectionsPerAddress: 1)) { running in
            let busy = try running.connect()
            try busy.send(Request.post("/later", ""))
            let exchange = try await running.responder.nextExchange()
            let next = try running.connect()
            #expect(next.receiveAll().isEmpty)
            try await eventually { !running.log.lines.isEmpty }
            #expect(running.log.lines.map(\.message) == ["Refused a connection of an address that has too many"])
            #expect(running.metrics.counterTotal(label: "polar_receiver_http_connections_refused_total") == 1)
            exchange.reply(.echo("late"))
            #expect(try busy.receiveAnswer().body == "late")
        }
    }

    @Test func `keeps places for preferred addresses while strangers hold all of theirs`() async throws {
        let preferred = PreferredClients([AddressRange("127.0.0.9")].compactMap(\.self))
        let configuration = ServerConfiguration.local(
            maximumConnections: 4,
            reservedConnections: 2,
            preferredClients: preferred
        )
        try await withServer(configuration) { running in
            let strangers = try (2...3).map { try running.connect(from: "127.0.0.\($0)") }
            for stranger in strangers { try stranger.send(Request.post("/later", "")) }
            let exchanges = [try await running.responder.nextExchange(), try await running.responder.nextExchange()]
            #expect(try running.connect(from: "127.0.0.4").receiveAll().isEmpty)
            let listed = try running.connect(from: "127.0.0.9")
            #expect(try listed.exchange(Request.post("/echo", "listed")).body == "listed")
            for exchange in exchanges { exchange.reply(.echo("late")) }
            for stranger in strangers { #expect(try stranger.receiveAnswer().body == "late") }
        }
    }

    @Test func `does not start with descriptors for next to no client, and says how many it needs`() async {
        await #expect(processExitsWith: .success) {
            let lowest = open("/dev/null", O_RDONLY)
            close(lowest)
            try setDescriptorLimit(rlim_t(lowest) + 12)
            let error = #expect(throws: ServerError.self) {
                let listener = try Listener(host: "127.0.0.1", port: 0)
                let logger = RecordingLogHandler().logger
                try Server(configuration: .local(), responder: TestResponder(), logger: logger).start(on: listener)
            }
            guard case .tooFewDescriptors(let limit, let needed)? = error else {
                Issue.record("\(error.debugDescription)")
                return
            }
            #expect(limit < needed)
        }
    }

    @Test func `gives work to every loop`() async throws {
        try await withServer(.local(loopCount: 2)) { running in
            let blocked = try running.connect()
            try blocked.send(Request.get("/block"))
            try await eventually { running.responder.requests.count == 1 }
            for _ in 0..<8 { #expect(try running.connect().exchange(Request.get("/echo")).status == 200) }
            running.responder.unblock()
            #expect(try blocked.receiveAnswer().status == 200)
        }
    }

    @Test func `spreads connections that stay over the loops`() async throws {
        try await withServer(.local(loopCount: 4)) { running in
            var clients: [TestClient] = []
            var counts: [ObjectIdentifier: Int] = [:]
            for _ in 0..<40 {
                let client = try running.connect()
                try client.send(Request.post("/later", ""))
                let exchange = try await running.responder.nextExchange()
                counts[ObjectIdentifier(exchange.mailbox), default: 0] += 1
                exchange.reply(.echo(""))
                #expect(try client.receiveAnswer().status == 200)
                clients.append(client)
            }
            #expect(counts.count == 4)
            #expect(try #require(counts.values.max()) - #require(counts.values.min()) <= 4)
        }
    }

    @Test func `closes the connection that is idle longest before descriptors run out`() async {
        // In a process of its own, as the limit is the whole process's.
        await #expect(processExitsWith: .success) {
            // The other ends of the connections take descriptors of the same process.
            try limitDescriptors()
            try await withServer { running in
                var clients: [TestClient] = []
                while running.shedCount == 0 {
                    let client = try running.connect()
                    #expect(try client.exchange(Request.get("/echo")).status == 200)
                    clients.append(client)
                }
                #expect(try clients[0].isAtEnd())
                #expect(try clients[1].exchange(Request.get("/echo")).status == 200)
                let others = (0..<6).map { _ in open("/dev/null", O_RDONLY) }
                #expect(others.allSatisfy { $0 >= 0 })
                others.forEach { close($0) }
            }
        }
    }

    @Test func `accepts again once connections close that took the last descriptors`() async {
        await #expect(processExitsWith: .success) {
            try limitDescriptors()
            try await withServer { running in
                var busy: [(client: TestClient, exchange: Exchange)] = []
                var next = try running.connect()
                while true {
                    try next.send(Request.post("/later", ""))
                    try await eventually {
                        running.responder.requests.count > busy.count || !running.log.lines.isEmpty
                    }
                    guard running.log.lines.isEmpty else { break }
                    busy.append((next, try await running.responder.nextExchange()))
                    next = try running.connect()
                }
                #expect(running.log.lines.first?.metadata["error.type"] == "Too many open files")
                busy.removeFirst().exchange.reply(.echo("early"))
                try await running.responder.nextExchange().reply(.echo("late"))
                #expect(try next.receiveAnswer().body == "late")
            }
        }
    }
}

/// Leaves this process 240 more descriptors than it has, until its end.
private func limitDescriptors() throws {
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(rlim_t.init)
    try setDescriptorLimit((open.max() ?? 0) + 240)
}

private func setDescriptorLimit(_ count: rlim_t) throws {
    var limit = rlimit(rlim_cur: count, rlim_max: count)
    guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
        throw ServerError.system(operation: "setrlimit", errno: errno)
    }
}
