import Foundation
import PolarEvents

/// Polar's objects as Foundation decodes them: fields, optionality, enums and tags are those of PolarEvents.
enum Twins {
    /// A whole body, whose type is known beforehand.
    struct Event<Payload: Codable>: Codable {
        let type: String
        let timestamp: Date
        let apiVersion: String?
        let data: Payload

        enum CodingKeys: String, CodingKey {
            case type
            case timestamp
            case apiVersion = "api_version"
            case data
        }
    }

    /// A tax number and its kind, on the wire an array of the two.
    struct TaxID: Codable {
        let number: String
        let format: Polar.TaxIDFormat

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            number = try container.decode(String.self)
            format = try container.decode(Polar.TaxIDFormat.self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(number)
            try container.encode(format)
        }
    }

    /// Any JSON value, such as one in an object's metadata.
    enum AnyValue: Codable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([AnyValue])
        case object([String: AnyValue])

        /// Tries the kinds in the order in which they are frequent, since a failed try is dear.
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let text = try? container.decode(String.self) {
                self = .string(text)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else if let bool = try? container.decode(Bool.self) {
                self = .bool(bool)
            } else if let elements = try? container.decode([AnyValue].self) {
                self = .array(elements)
            } else {
                self = .object(try container.decode([String: AnyValue].self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .null: try container.encodeNil()
            case .bool(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .string(let text): try container.encode(text)
            case .array(let elements): try container.encode(elements)
            case .object(let members): try container.encode(members)
            }
        }
    }
}
