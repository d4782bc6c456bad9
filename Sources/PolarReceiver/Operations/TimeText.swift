package import Foundation
import PolarEvents

/// A moment in a listing: UTC, to the millisecond.
package struct TimeText: Encodable, CustomStringConvertible {
    package let description: String

    package init(_ date: Date) {
        description = Timestamp(date).millisecondText
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
