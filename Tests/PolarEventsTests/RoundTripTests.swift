import PolarReceiverTesting
import Testing

@testable import PolarEvents

/// Decoding and encoding again, on the samples; the end-to-end tests do it with 10,000 generated payloads.
struct RoundTripTests {
    /// What Polar writes although no schema of it says so.
    private static let undocumented: Set<String> = [
        "amount", "bio", "blog", "company", "customer_billing_address_fields", "customer_external_id",
        "default_upfront_split_to_contributors", "from_balance_amount", "is_tax_applicable", "location",
        "notification_settings", "pledge_badge_show_amount", "pledge_minimum_amount", "price", "price_id",
        "price_per_seat", "product_price", "product_price_id", "recurring_interval", "repository_id",
        "subtotal_amount", "twitter_username", "type", "user", "user_id",
    ]

    @Test(arguments: SampleEvent.types)
    func `reproduces every documented field`(type: String) throws {
        let body = try #require(SampleEvent(type: type)).body
        let encoded = try WebhookEvent(id: "m", body: body).encoded()
        let lost = difference(try JSONValue(parsing: body), try JSONValue(parsing: encoded), at: "")
        #expect(lost.isEmpty)
        #expect(try WebhookEvent(id: "m", body: encoded).encoded() == encoded)
    }

    /// The paths at which two documents differ, but for undocumented members that are missing on the right.
    private func difference(_ left: JSONValue, _ right: JSONValue?, at path: String) -> [String] {
        switch (left, right) {
        case (.object(let members), .object(let others)):
            let invented = others.filter { members[$0.name] == nil }.map { "\(path).\($0.name) is new" }
            return invented
                + members.flatMap { name, value in
                    if others[name] == nil, value == .null || Self.undocumented.contains(name) { return [String]() }
                    return difference(value, others[name], at: "\(path).\(name)")
                }
        case (.array(let elements), .array(let others)) where elements.count == others.count:
            return elements.indices.flatMap { difference(elements[$0], others[$0], at: "\(path)[\($0)]") }
        case (.string(let text), .string(let other)) where Self.moment(text) != nil:
            return Self.moment(text) == Self.moment(other) ? [] : ["\(path): \(text) became \(other)"]
        default: return left == right ? [] : ["\(path): \(left) became \(String(describing: right))"]
        }
    }

    private static func moment(_ text: String) -> Timestamp? {
        Timestamp(Array(text.utf8).span.bytes)
    }
}
