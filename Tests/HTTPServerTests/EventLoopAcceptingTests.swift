import Foundation
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

/// Leaves this process 240 more descriptors than it has, for good.
private func limitDescriptors() throws {
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(rlim_t.init)
    let count = (open.max() ?? 0) + 240
    var limit = rlimit(rlim_cur: count, rlim_max: count)
    guard setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
        throw ServerError.system(operation: "setrlimit", errno: errno)
    }
}
