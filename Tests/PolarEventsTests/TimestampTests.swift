import Foundation
import Testing

@testable import PolarEvents

struct TimestampTests {
    private func read(_ text: String) -> Timestamp? {
        Timestamp(Array(text.utf8).span.bytes)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-23T10:00:00.123456Z", 1_795_428_000.123456),
        ("2000-02-29T00:00:00Z", 951_782_400),
        ("1969-12-31T23:59:59.5Z", -0.5), ("2026-01-01T01:00:00+01:00", 1_767_225_600),
        ("2025-12-31T18:30:00-05:30", 1_767_225_600),
        ("2026-01-01t00:00:00z", 1_767_225_600), ("2016-12-31T23:59:60Z", 1_483_228_800),
        ("0000-03-01T00:00:00Z", -62_162_035_200),
        ("2026-01-01T00:00:00.1234567890123Z", 1_767_225_600.123456789),
    ])
    func `reads the moments that RFC 3339 names`(text: String, seconds: Double) throws {
        let date = try #require(read(text)).date
        #expect(abs(date.timeIntervalSince1970 - seconds) < 0.000_001)
    }

    @Test(arguments: [
        "", "2026", "2026-01-01", "2026-01-01T00:00:00", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:61Z",
        "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00ZZ", "2026-01-01T00:00:00+0100", "2026-01-01T00:00:00+24:00",
        "2026-01-01T00:00:00+01:60", "2026/01/01T00:00:00Z", "-026-01-01T00:00:00Z", "2026-01-01T00:00:00 Z",
        "２026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.5", "2026-01-01X00:00:00Z",
    ])
    func `reads nothing else`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `agrees with Foundation on every day of four centuries`() {
        for day in stride(from: -36_524, to: 146_097 - 36_524, by: 1) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            #expect(read(date.ISO8601Format())?.date == date)
        }
    }

    @Test(arguments: [
        "1970-01-01T00:00:00Z", "2026-11-23T10:00:00.123456Z", "1969-12-31T23:59:59.500000Z", "2000-02-29T12:00:00Z",
        "0001-01-01T00:00:00.000001Z", "2285-12-31T23:59:59.123456Z", "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z",
    ])
    func `writes what it reads`(text: String) throws {
        #expect(try #require(read(text)).text == text)
    }

    @Test func `writes in UTC, to the microsecond`() throws {
        #expect(read("2026-01-01T01:00:00.1234567+02:00")?.text == "2025-12-31T23:00:00.123456Z")
        #expect(read("2026-01-01T00:00:00.000Z")?.text == "2026-01-01T00:00:00Z")
        #expect(read("9999-12-31T23:59:59-05:30")?.text == "9999-12-31T23:59:59.999999Z")
        #expect(read("0000-01-01T00:00:00+05:30")?.text == "0000-01-01T00:00:00Z")
    }

    // Not dates as arguments: Foundation traps when it describes the last two.
    @Test(arguments: [-1e300, -62_167_219_201, 253_402_300_800, 1e300, .nan, .infinity])
    func `writes a timestamp for every date`(seconds: Double) {
        #expect(read(Timestamp(Date(timeIntervalSince1970: seconds)).text) != nil)
    }

    @Test(arguments: [
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"), ("0000-01-01T00:00:00.9Z", "0000-01-01T00:00:00.900Z"),
        ("1582-10-10T00:00:00Z", "1582-10-10T00:00:00.000Z"), ("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"),
        ("2026-11-23T10:00:00.123999Z", "2026-11-23T10:00:00.123Z"),
        ("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z"),
        ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.999Z"),
    ])
    func `cuts off what is finer than a listing shows, and stays in the year`(text: String, expected: String) throws {
        let timestamp = try #require(read(text))
        #expect(timestamp.millisecondText == expected)
        // A date has been a floating-point number meanwhile.
        #expect(Timestamp(timestamp.date).millisecondText == expected)
    }

    @Test func `takes dates to the microsecond`() {
        for microsecond in stride(from: 0, to: 1_000_000, by: 997) {
            let text = "2137-11-01T21:26:33.\(String(microsecond + 1_000_000).dropFirst())Z".replacing(
                ".000000Z",
                with: "Z"
            )
            let timestamp = read(text)
            #expect(timestamp.map { Timestamp($0.date) } == timestamp)
        }
    }
}
