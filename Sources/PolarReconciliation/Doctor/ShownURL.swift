import Foundation

/// An address as it may be shown: a query or a user name in it can be a secret.
enum ShownURL {
    private static let longest = 200

    static func text(_ url: String) -> String {
        guard var parts = URLComponents(string: url) else { return "an address that is none" }
        (parts.user, parts.password, parts.query, parts.fragment) = (nil, nil, nil, nil)
        return String((parts.string ?? "").prefix(longest))
    }
}
