import Foundation

/// What a customer can have access to.
enum Item: Hashable, Sendable, CustomStringConvertible {
    case product(String)
    case benefit(String)

    /// As the table has it.
    var description: String {
        switch self {
        case .product(let id): "product:\(id)"
        case .benefit(let id): "benefit:\(id)"
        }
    }
}

/// What an event says about the access of one customer to one item, and when that was so.
struct AccessChange: Hashable, Sendable {
    let customer: String
    let item: Item
    let isGranted: Bool
    let moment: Date
}

/// What became of a change.
enum AccessOutcome: Hashable, Sendable {
    /// The table says so now.
    case applied

    /// The table knew something newer.
    case outdated

    /// The delivery had made its change in an earlier attempt.
    case repeated
}
