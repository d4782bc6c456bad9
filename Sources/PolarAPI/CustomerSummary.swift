public import Foundation

/// A customer in a listing.
public struct CustomerSummary: Hashable, Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case id
        case externalID = "external_id"
        case createdAt = "created_at"
    }

    /// Polar's id.
    public let id: String

    /// The id in your own system.
    public let externalID: String?

    /// When the customer was made.
    public let createdAt: Date
}
