import Foundation

/// The members of a form or a query.
struct FormMembers {
    private let members: [(name: String, value: String)]

    init(_ text: String, _ more: FormMembers? = nil) {
        let own = text.split(separator: "&").map { member in
            let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: Self.decoded(parts[0]), value: parts.count == 2 ? Self.decoded(parts[1]) : "")
        }
        members = own + (more?.members ?? [])
    }

    /// The first value; nil where it is empty or missing.
    subscript(name: String) -> String? {
        members.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    func all(_ name: String) -> [String] {
        members.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
