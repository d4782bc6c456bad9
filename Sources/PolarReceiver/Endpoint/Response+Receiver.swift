import EventStore
import HTTPWire
import StandardWebhooks

/// The receiver's answers. Polar shows their first 2,048 characters to the merchant, so each names its reason.
extension Response {
    static let accepted = Response.json(202, #"{"result":"accepted"}"#)
    static let duplicate = Response.json(202, #"{"result":"duplicate"}"#)
    static let unavailable = Response.json(503, #"{"error":"unavailable"}"#, headers: [("Retry-After", "5")])
    static let notFound = Response.json(404, #"{"error":"not_found"}"#)
    static let endpointMethod = Response.json(405, #"{"error":"method_not_allowed"}"#, headers: [("Allow", "POST")])
    static let pageMethod = Response.json(405, #"{"error":"method_not_allowed"}"#, headers: [("Allow", "GET, HEAD")])

    /// The reason that a refused sender is told, for log and metric as well.
    static let unlistedSender = "unlisted_sender"
    static let refusedSender = Response.json(403, #"{"error":"\#(unlistedSender)"}"#)

    static func retrying(_ handlers: [HandlerID]) -> Response {
        let names = handlers.map { JSONText.quoted($0.rawValue) }.joined(separator: ",")
        return .json(202, #"{"result":"retrying","handlers":[\#(names)]}"#)
    }

    static func refused(_ error: VerificationError) -> Response {
        var members = #""error":"\#(error.code)""#
        if let skew = error.skewSeconds { members += #","skew_seconds":\#(skew)"# }
        if let header = error.header { members += #","header":"\#(header)""# }
        return .json(403, "{\(members)}")
    }
}
