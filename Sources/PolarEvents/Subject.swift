/// Names what an event is about, so that events about the same thing keep their order.
enum Subject {
    /// Families whose events belong to the customer in `data.customer_id`.
    private static let customerFamilies: Set<Substring> = [
        "member", "subscription", "order", "refund", "benefit_grant",
    ]

    /// `customer:<id>` where the object belongs to one customer for good, else its own kind and id; nil without an id.
    static func text(type: String?, id: String?, customerID: String?) -> String? {
        // By bytes: a character can be a dot with what is written over it.
        guard let type, let part = type.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).first else { return nil }
        let family = Substring(part)
        if customerFamilies.contains(family), let customerID { return "customer:\(customerID)" }
        guard let id else { return nil }
        return "\(family == "customer_seat" ? "seat" : family):\(id)"
    }
}
