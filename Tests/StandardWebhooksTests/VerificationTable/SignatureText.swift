@testable import enum StandardWebhooks.Base64

/// Signature headers as the libraries read them, written down as our verifier would have to receive them.
enum SignatureText {
    /// The list up to the first entry that is not `version,code`, or whose `v1` code does not decode.
    static func untilUnreadable(_ list: String) -> String {
        list.split(separator: " ", omittingEmptySubsequences: false)
            .prefix { entry in
                let parts = entry.split(separator: ",", omittingEmptySubsequences: false)
                return parts.count == 2 && (parts.first != "v1" || parts.last.flatMap(LooseBase64.decode) != nil)
            }
            .joined(separator: " ")
    }

    /// The list with each `v1` code decoded loosely and encoded properly.
    static func readLoosely(_ list: String) -> String {
        list.split(separator: " ")
            .map { entry in
                let code = entry.hasPrefix("v1,") ? LooseBase64.decode(entry.dropFirst(3)) : nil
                return code.map { "v1,\(Base64.encode($0))" } ?? String(entry)
            }
            .joined(separator: " ")
    }

    static func separatedByAnyWhiteSpace(_ list: String) -> String {
        list.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func lastSixteen(_ list: String) -> String {
        list.split(separator: " ").suffix(16).joined(separator: " ")
    }
}
