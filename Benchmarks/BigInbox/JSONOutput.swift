import Foundation

/// What the commands print.
enum JSONOutput {
    enum Value: Encodable {
        case text(String)
        case number(Double)
        case numbers([Double])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .numbers(let numbers): try container.encode(numbers)
            }
        }
    }

    static func line(_ members: [String: Value]) throws {
        try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(members) + Data("\n".utf8))
    }
}
