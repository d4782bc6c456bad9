import Foundation
import Testing

@testable import ReceiverCommand

struct ProcessStartTests {
    @Test func `knows when this process was started`() throws {
        let start = try #require(ProcessStart.date)
        #expect(start < Date())
        #expect(start.timeIntervalSinceNow > -86_400)
    }
}
