package import Foundation

/// A moment in a listing: UTC, to the millisecond.
package struct TimeText: Encodable, CustomStringConvertible {
    package let description: String

    package init(_ date: Date) {
        description = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
