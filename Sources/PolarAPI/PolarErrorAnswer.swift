import Foundation
import PolarEvents

/// The error in an answer of Polar's: `{"error", "detail"}` of its API, or `{"error", "error_description"}` of OAuth 2.0.
struct PolarErrorAnswer: Decodable {
    private enum CodingKeys: String, CodingKey {
        case error, detail
        case errorDescription = "error_description"
    }

    private struct Field: Decodable {
        let loc: [Place]
        let msg: String
    }

    /// A part of a place: a name or an index.
    private struct Place: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let index = try? container.decode(Int.self) {
                text = "\(index)"
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private let error: String?
    private let detail: String?
    private let fields: [PolarFieldError]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        error = try? container.decode(String.self, forKey: .error)
        detail =
            (try? container.decode(String.self, forKey: .detail))
            ?? (try? container.decode(String.self, forKey: .errorDescription))
        fields = ((try? container.decode([Field].self, forKey: .detail)) ?? []).map {
            PolarFieldError(
                location: Self.shortened($0.loc.map(\.text).joined(separator: ".")),
                message: Self.shortened($0.msg)
            )
        }
    }

    /// What an answer that is no success means.
    static func error(of answer: PolarAnswer) -> PolarError {
        let read = try? JSONDecoder().decode(PolarErrorAnswer.self, from: Data(answer.body))
        let detail = read?.detail ?? read?.error ?? "no reason"
        return switch answer.status {
        case 401: .unauthorized
        case 403: .forbidden(detail: shortened(detail))
        case 404: .notFound(detail: shortened(detail))
        case 422 where read?.fields.isEmpty == false: .invalid(read?.fields ?? [])
        case 429: .rateLimited(retryAfter: answer.retryAfter)
        default:
            .refused(status: answer.status, error: read?.error.map(shortened), detail: read?.detail.map(shortened))
        }
    }

    private static func shortened(_ text: String) -> String {
        PrintableText.line(text.prefix(utf8Count: 300), limit: 300)
    }
}

/// Text of others for a terminal or a log, which must not be steered with it.
enum PrintableText {
    private static let hidden: Set<Unicode.GeneralCategory> = [
        .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
    ]

    /// The first so many scalars in one line, with a space for each that would not show.
    static func line(_ text: String, limit: Int) -> String {
        let scalars = text.unicodeScalars.prefix(limit).map {
            hidden.contains($0.properties.generalCategory) ? " " : $0
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
