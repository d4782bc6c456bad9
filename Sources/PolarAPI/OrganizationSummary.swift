/// An organization in a listing.
public struct OrganizationSummary: Hashable, Sendable, Decodable {
    /// Polar's id.
    public let id: String

    /// What people call it.
    public let name: String

    /// Its name in addresses.
    public let slug: String
}
