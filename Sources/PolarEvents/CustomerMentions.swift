/// The customers that a body names, and those of them who are deleted, read by one pass.
///
/// Only the members in which Polar names the customer of an object count, and an id counts as a whole. Customers' own
/// texts, such as metadata, can hold anything.
package struct CustomerMentions: Hashable, Sendable {
    /// The ids of the customers that the body's object belongs to.
    package private(set) var ids: Set<String> = []

    /// The ids of the customers who were deleted by then.
    ///
    /// Polar tells of a deletion with `customer.deleted`. When it anonymises the customer too it sends no such event; then
    /// only a `deleted_at` in a later copy of the customer tells of it, and the end of the member who owns the customer.
    package private(set) var deleted: Set<String> = []

    /// The members of an object that can name a customer.
    private struct Object {
        var id: String?
        var customerID: String?
        var role: String?
        var isDeleted = false
    }

    /// Whether a body of this type can name a customer.
    package static func canBe(in type: String?) -> Bool {
        guard let family = type?.utf8.prefix(while: { $0 != UInt8(ascii: ".") }) else { return true }
        return !["product", "benefit", "discount", "organization"].contains { family.elementsEqual($0.utf8) }
    }

    /// Reads a body; what stands before a mistake counts, and anything may be in there.
    package static func scan(_ body: RawSpan) -> CustomerMentions {
        var reader = Reader()
        do throws(JSONError) {
            var scanner = JSONScanner()
            try reader.readDocument(body, &scanner)
        } catch {
            // What was read until then counts.
        }
        return reader.mentions
    }

    /// What one pass has met so far.
    private struct Reader {
        private var type: String?
        private var data = Object()
        private var customer = Object()
        private var member = Object()

        mutating func readDocument(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) {
            guard scanner.peek(body) == UInt8(ascii: "{") else { return }
            var members = try scanner.begin(body)
            while let name = try scanner.nextName(body, &members) {
                if name.equals("type", in: body) {
                    type = try Self.text(body, &scanner)
                } else if name.equals("data", in: body) {
                    try readData(body, &scanner)
                } else {
                    try scanner.skipValue(body)
                }
            }
        }

        private mutating func readData(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) {
            (data, customer, member) = (Object(), Object(), Object())
            guard scanner.peek(body) == UInt8(ascii: "{") else { return try scanner.skipValue(body) }
            var members = try scanner.begin(body)
            while let name = try scanner.nextName(body, &members) {
                if name.equals("customer", in: body) {
                    customer = try Self.object(body, &scanner)
                } else if name.equals("member", in: body) {
                    member = try Self.object(body, &scanner)
                } else {
                    try Self.read(name, into: &data, body, &scanner)
                }
            }
        }

        private static func object(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) -> Object {
            var object = Object()
            guard scanner.peek(body) == UInt8(ascii: "{") else {
                try scanner.skipValue(body)
                return object
            }
            var members = try scanner.begin(body)
            while let name = try scanner.nextName(body, &members) { try read(name, into: &object, body, &scanner) }
            return object
        }

        private static func read(
            _ name: JSONScanner.Text,
            into object: inout Object,
            _ body: RawSpan,
            _ scanner: inout JSONScanner
        ) throws(JSONError) {
            if name.equals("id", in: body) {
                object.id = try text(body, &scanner)
            } else if name.equals("customer_id", in: body) {
                object.customerID = try text(body, &scanner)
            } else if name.equals("role", in: body) {
                object.role = try text(body, &scanner)
            } else if name.equals("deleted_at", in: body) {
                object.isDeleted = scanner.peek(body) != UInt8(ascii: "n")
                try scanner.skipValue(body)
            } else {
                try scanner.skipValue(body)
            }
        }

        /// Reads a value; its text where it is a string that is not empty.
        private static func text(_ body: RawSpan, _ scanner: inout JSONScanner) throws(JSONError) -> String? {
            guard scanner.peek(body) == UInt8(ascii: "\"") else {
                try scanner.skipValue(body)
                return nil
            }
            let text = try scanner.string(body).string(in: body)
            return text.isEmpty ? nil : text
        }

        var mentions: CustomerMentions {
            var mentions = CustomerMentions()
            let isCustomer = type?.utf8.starts(with: "customer.".utf8) == true
            let own = isCustomer ? data.id : nil
            let named = customer.id ?? data.customerID
            mentions.ids = Set([own, data.customerID, customer.id, member.customerID].compactMap(\.self))
            let deleted = [
                data.isDeleted || type == "customer.deleted" ? own : nil,
                customer.isDeleted ? named : nil,
                type == "member.deleted" && data.role == "owner" ? data.customerID : nil,
            ]
            mentions.deleted = Set(deleted.compactMap(\.self))
            return mentions
        }
    }
}
