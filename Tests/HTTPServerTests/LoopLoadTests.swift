import Testing

@testable import HTTPServer

struct LoopLoadTests {
    @Test func `counts what is added and removed`() {
        let load = LoopLoad()
        load.begin()
        #expect(load.add())
        #expect(load.add())
        load.remove()
        #expect(load.count == 1)
    }

    @Test func `does not end while a connection is counted`() {
        let load = LoopLoad()
        load.begin()
        #expect(load.add())
        #expect(!load.end())
        load.remove()
        #expect(load.end())
    }

    @Test func `takes no connection after its end`() {
        let load = LoopLoad()
        load.begin()
        #expect(load.end())
        #expect(!load.add())
        #expect(load.count < 0)
    }

    @Test func `takes no connection before its loop runs`() {
        let load = LoopLoad()
        #expect(!load.isRunning)
        #expect(!load.add())
        load.begin()
        #expect(load.add())
    }
}
