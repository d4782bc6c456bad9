import HTTPServer
import HTTPWire
import PolarEvents
import PolarReceiver

/// Why a request is refused: it says something that this version does not know, and a guess could change the wrong thing.
struct RequestRefusal: Error, Hashable {
    /// A stable word for programs.
    let code: String

    /// A sentence for people.
    let sentence: String

    /// A request can have values of many kilobytes, which help no reader.
    private static let valueLimit = 100
    private static let sentenceLimit = 400

    static let malformed = RequestRefusal(
        code: "malformed_request",
        sentence: "The request is malformed; /api/v1/openapi.json describes what it takes."
    )

    static func unknown(_ name: String, among known: [String]) -> RequestRefusal {
        RequestRefusal(
            code: "unknown_parameter",
            sentence: "Nothing here is called \(name.cut(to: valueLimit))" + Spelling.hint(for: name, among: known)
        )
    }

    static func empty(_ name: String) -> RequestRefusal {
        RequestRefusal(code: "empty_value", sentence: "\(name) is empty; give a value or leave it out.")
    }

    static func repeated(_ name: String) -> RequestRefusal {
        RequestRefusal(code: "repeated_parameter", sentence: "\(name) may be there once only.")
    }

    static func unknownValue(_ sentence: String) -> RequestRefusal {
        RequestRefusal(code: "unknown_value", sentence: sentence.cut(to: sentenceLimit))
    }

    var response: Response {
        let members = [#""error":\#(JSONText.quoted(code))"#, #""message":\#(JSONText.quoted(sentence))"#]
        return .data(PrintableText.escapedJSON("{\(members.joined(separator: ","))}"), status: 400)
    }
}

extension FormFields {
    /// Refuses fields that are not known.
    ///
    /// - Parameters:
    ///   - known: the names that may be there.
    ///   - repeatable: those of them that may be there several times.
    ///   - allowsEmpty: whether an empty field counts as left out, as a form of a page sends it.
    func check(
        _ known: [String],
        repeatable: Set<String> = [],
        allowsEmpty: Bool = false
    ) throws(RequestRefusal) {
        var seen: Set<String> = []
        for name in names {
            guard known.contains(name) else { throw .unknown(name, among: known) }
            guard seen.insert(name).inserted || repeatable.contains(name) else { throw .repeated(name) }
            guard allowsEmpty || values(name).allSatisfy({ !$0.isEmpty }) else { throw .empty(name) }
        }
    }
}
