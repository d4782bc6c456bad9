import Testing

@testable import HTTPServer

/// What the driver does for one connection in one turn.
struct ConnectionDriverTurnTests {
    private let driven: DrivenConnection
    private var connection: Connection { driven.connection }

    init() throws {
        driven = try DrivenConnection()
    }

    @Test func `leaves the rest of many pipelined requests to the next turns`() {
        #expect(driven.receive(String(repeating: Request.get("/echo"), count: 200)))
        #expect((1...64).contains(connection.requestCount))
        var turns = 1
        while driven.advance() { turns += 1 }
        #expect(connection.requestCount == 200)
        #expect(turns >= 3)
    }

    @Test func `keeps no input buffer while it waits for a client or an answer`() {
        for request in [Request.get("/echo"), Request.post("/later", "x")] {
            #expect(!driven.receive(request))
            #expect(connection.incoming == nil)
        }
        #expect(connection.phase == .answer)
    }

    @Test func `throws away what comes after the last answer`() {
        #expect(!driven.receive("\u{1}" + Request.get("/echo")))
        #expect(!driven.receive(Request.get("/echo")))
        #expect(connection.phase == .lingering)
        #expect(connection.requestCount == 0)
        #expect(connection.incoming == nil)
    }

    @Test func `closes a connection whose client is gone when it answers`() {
        #expect(!driven.receive(Request.post("/later", "")))
        driven.closeClient()
        driven.answer("late")
        #expect(connection.phase == .closed)
        #expect(!driven.advance())
    }

    @Test func `goes on with the body when the client takes 100 Continue late`() {
        let filler = driven.fillSocket()
        #expect(!driven.receive("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"))
        #expect(connection.phase == .body)
        #expect(!connection.output.isEmpty)

        #expect(driven.take(filler).count == filler)
        #expect(connection.phase == .body)
        #expect(connection.output.isEmpty)
        #expect(driven.take(100) == Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))

        #expect(!driven.receive("hello"))
        #expect(connection.phase == .idle)
        #expect(connection.requestCount == 1)
    }

    @Test func `sends the rest of an answer when the client takes it`() {
        let filler = driven.fillSocket()
        #expect(!driven.receive(Request.post("/echo", "one") + Request.post("/echo", "two")))
        #expect(connection.phase == .flush)
        #expect(connection.requestCount == 1)

        #expect(driven.take(filler).count == filler)
        #expect(connection.phase == .idle)
        #expect(!driven.advance())
        #expect(connection.requestCount == 2)
        let answers = String(decoding: driven.take(4_096), as: UTF8.self)
        #expect(answers.contains(/one.*two$/.dotMatchesNewlines()))
    }
}
