import Testing

@testable import HTTPServer

struct ConnectionCountTests {
    @Test func `refuses more than the limit until one closes`() {
        let count = ConnectionCount(limit: 2)
        #expect(count.open())
        #expect(count.open())
        #expect(!count.open())
        count.close()
        #expect(count.open())
        #expect(!count.open())
    }
}
