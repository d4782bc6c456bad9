import Foundation

/// A moment in a listing: UTC, to the millisecond.
struct TimeText: Encodable, CustomStringConvertible {
    let description: String

    init(_ date: Date) {
        description = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
