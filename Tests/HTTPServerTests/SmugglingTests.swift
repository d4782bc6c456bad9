import HTTPServer
import HTTPWire
import Testing

/// Request smuggling: the bytes of one request never become two, and nothing behind a refusal is read.
@Suite(.timeLimit(.minutes(5)), .serialized)
struct SmugglingTests {
    /// How the bytes arrive.
    enum Arrival: CaseIterable {
        case atOnce, singly
    }

    @Test(arguments: SmugglingCase.all)
    func `sees the requests that there are and no other`(attack: SmugglingCase) async throws {
        for arrival in Arrival.allCases where arrival == .atOnce || attack.bytes.count < 1_024 {
            try await withServer { running in
                let client = try running.connect()
                try client.send(attack, arrival)
                for seen in attack.seen { #expect(try client.receiveFinalAnswer().body == seen.body) }
                try await check(attack.end, of: client, sendsHead: attack.wire.hasPrefix("HEAD "))
                client.finishSending()
                // Whatever was sent is read, or thrown away, once the server has closed.
                try await eventually { try running.connectionCount == 0 }
                let next = attack.end == .inStep ? [SmugglingCase.Seen(path: "/next", body: "next")] : []
                #expect(running.responder.seen == attack.seen + next)
            }
        }
    }

    private func check(_ end: SmugglingCase.End, of client: TestClient, sendsHead: Bool) async throws {
        switch end {
        case .refused(let status, let reason):
            let answer = try client.receiveFinalAnswer(toHead: sendsHead)
            #expect(answer.status == status)
            #expect(answer.body == (sendsHead ? "" : #"{"error":"\#(reason)"}"#))
            #expect(answer.closes)
            #expect(try client.isAtEnd())
        case .closed:
            #expect(try client.isAtEnd())
        case .waits:
            client.finishSending()
            #expect(try client.isAtEnd())
        case .inStep:
            #expect(try client.exchange(Request.post("/next", "next")).body == "next")
        }
    }

    @Test func `shows each reason for a refusal`() {
        let shown = SmugglingCase.all.compactMap { attack in
            if case .refused(_, let reason) = attack.end { reason } else { nil }
        }
        let others = Set(HTTPParseError.allCases.map(\.reason)).subtracting(shown)
        // Limits are no matter of smuggling.
        #expect(others == ["request_line_too_long"])
    }

    @Test func `has each attack once`() {
        #expect(Set(SmugglingCase.all.map(\.wire)).count == SmugglingCase.all.count)
        #expect(Set(SmugglingCase.all.map(\.testDescription)).count == SmugglingCase.all.count)
    }

    @Test func `takes what follows 100 Continue for the body`() async throws {
        try await withServer { running in
            let client = try running.connect()
            let length = SmugglingCase.smuggled.utf8.count
            try client.send(SmugglingCase.post("Content-Length: \(length)\r\nExpect: 100-continue\r\n", ""))
            #expect(try client.receiveAnswer().status == 100)
            #expect(try client.exchange(SmugglingCase.smuggled).body == SmugglingCase.smuggled)
            #expect(running.responder.seen == SmugglingCase.first(SmugglingCase.smuggled))
        }
    }

    @Test(arguments: ["Content-Length: 44\r\n", "Transfer-Encoding: chunked\r\n"])
    func `does not take a body that comes too late for a request`(fields: String) async throws {
        try await withServer(.local(bodyTimeout: .milliseconds(50))) { running in
            let client = try running.connect()
            let answer = try client.exchange(SmugglingCase.post(fields, ""))
            #expect(answer.status == 408)
            #expect(answer.closes)
            try client.send(SmugglingCase.smuggled)
            client.finishSending()
            #expect(try client.isAtEnd())
            try await eventually { try running.connectionCount == 0 }
            #expect(running.responder.seen.isEmpty)
        }
    }
}

extension TestClient {
    fileprivate func send(_ attack: SmugglingCase, _ arrival: SmugglingTests.Arrival) throws {
        let isFollowed = attack.end != .inStep && attack.end != .waits
        let bytes = attack.bytes + (isFollowed ? Array(SmugglingCase.smuggled.utf8) : [])
        switch arrival {
        case .atOnce: try send(bytes)
        case .singly: for byte in bytes { try send([byte]) }
        }
    }

    /// Receives one answer, and any `100 Continue` before it.
    fileprivate func receiveFinalAnswer(toHead: Bool = false) throws -> ReceivedAnswer {
        let answer = try receiveAnswer(toHead: toHead)
        return answer.status == 100 ? try receiveAnswer(toHead: toHead) : answer
    }
}

extension TestResponder {
    fileprivate var seen: [SmugglingCase.Seen] {
        requests.map { SmugglingCase.Seen(path: $0.path, body: $0.body) }
    }
}
