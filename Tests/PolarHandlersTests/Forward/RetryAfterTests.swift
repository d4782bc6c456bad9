import Foundation
import Testing

@testable import PolarHandlers

struct RetryAfterTests {
    private static let now = Date(timeIntervalSince1970: 1_795_428_000)  // Mon, 23 Nov 2026 10:00:00 GMT

    @Test(
        arguments: [
            ("0", 0), (" 120 ", 120), ("3600", 3_600), ("3601", 3_600), ("99999999999999999999", 3_600),
            ("Mon, 23 Nov 2026 10:00:30 GMT", 30), ("Mon, 23 Nov 2026 09:59:00 GMT", 0),
            ("Tue, 24 Nov 2026 10:00:00 GMT", 3_600), ("Fri, 31 Dec 9999 23:59:59 GMT", 3_600),
        ]
    )
    func `reads seconds and dates, up to an hour`(value: String, seconds: Int) {
        #expect(RetryAfter.duration(value, now: Self.now) == .seconds(seconds))
    }

    @Test(
        arguments: [
            "", " ", "soon", "-1", "+1", "1.5", "1 2", "٣", "Mon, 23 Nov 2026", "2026-11-23T10:00:00Z",
            "Monday, 23-Nov-26 10:00:30 GMT", "Mon Nov 23 10:00:30 2026", "Mon, 23 Nov 2026 10:00:30 CET",
        ]
    )
    func `takes nothing else`(value: String) {
        #expect(RetryAfter.duration(value, now: Self.now) == nil)
    }
}
