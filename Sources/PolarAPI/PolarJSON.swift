import Foundation
import PolarEvents

/// How Polar's API writes JSON.
enum PolarJSON {
    /// - Throws: ``PolarError/malformedAnswer(reason:)``, which says where, and shows nothing of the answer.
    static func decode<Value: Decodable>(_ body: [UInt8]) throws(PolarError) -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let moment = Timestamp(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no timestamp")
            }
            return moment.date
        }
        do { return try decoder.decode(Value.self, from: Data(body)) } catch {
            throw .malformedAnswer(reason: place(of: error))
        }
    }

    static func encode(_ value: some Encodable) throws(PolarError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(value)) } catch {
            throw .malformedAnswer(reason: "a value cannot be written as JSON.")
        }
    }

    private static func place(of error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            default: nil
            }
        guard let path = context?.codingPath, !path.isEmpty else { return "it is no JSON of the expected kind." }
        return "\(path.map(\.stringValue).joined(separator: ".")) is not as expected."
    }
}
