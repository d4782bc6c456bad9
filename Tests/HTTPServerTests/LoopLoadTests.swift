import Testing

@testable import HTTPServer

struct LoopLoadTests {
    @Test func `counts what is added and removed`() {
        let load = LoopLoad()
        #expect(load.add())
        #expect(load.add())
        load.remove()
        #expect(load.count == 1)
    }

    @Test func `does not end while a connection is counted`() {
        let load = LoopLoad()
        #expect(load.add())
        #expect(!load.end())
        load.remove()
        #expect(load.end())
    }

    @Test func `takes no connection after its end`() {
        let load = LoopLoad()
        #expect(load.end())
        #expect(!load.add())
        #expect(load.count < 0)
    }
}
