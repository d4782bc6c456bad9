import Testing

@testable import PolarEvents

struct CustomerMentionsTests {
    private func scan(_ body: String) -> CustomerMentions {
        CustomerMentions.scan(Array(body.utf8).span.bytes)
    }

    private static let named: [(String, Set<String>)] = [
        (#"{"type":"customer.updated","data":{"id":"a"}}"#, ["a"]),
        (#"{"data":{"id":"a"},"type":"customer.state_changed"}"#, ["a"]),
        (#"{"type":"order.paid","data":{"id":"o","customer_id":"a","customer":{"id":"a"}}}"#, ["a"]),
        (#"{"type":"customer_seat.claimed","data":{"customer_id":"a","member":{"customer_id":"b"}}}"#, ["a", "b"]),
        (#"{"type":"checkout.updated","data":{"id":"c","customer_id":null}}"#, []),
        (#"{"type":"checkout.updated","data":{"id":"c","metadata":{"customer_id":"a"}}}"#, []),
        (#"{"type":"checkout.updated","data":{"id":"c","customer_id":""},"customer_id":"a"}"#, []),
        (#"{"type":"checkout.updated","data":{"customer_id":["a"],"customer":"b","member":null}}"#, []),
        (#"{"type":"checkout.updated","data":[{"customer_id":"a"}]}"#, []),
        (#"{"type":"checkout.updated","data":{"customer\u005fid":"\u0061"}}"#, ["a"]),
        (#"{"type":"order.paid","data":{"customer_id":"a","id":"#, ["a"]),
        ("[1]", []), ("", []), ("{", []),
    ]

    @Test(arguments: named)
    func `finds the customers that a body names`(body: String, ids: Set<String>) {
        #expect(scan(body).ids == ids)
    }

    private static let deletions: [(String, Set<String>)] = [
        (#"{"type":"customer.deleted","data":{"id":"a"}}"#, ["a"]),
        (#"{"type":"customer.deleted","data":{"id":"a","deleted_at":null}}"#, ["a"]),
        (#"{"type":"customer.state_changed","data":{"id":"a","deleted_at":"2026-01-01T00:00:00Z"}}"#, ["a"]),
        (#"{"type":"customer.updated","data":{"id":"a","deleted_at":null}}"#, []),
        (#"{"type":"customer.updated","data":{"id":"a","deleted_at" : null}}"#, []),
        (
            #"{"type":"benefit_grant.revoked","data":{"customer_id":"a","customer":{"id":"a","deleted_at":"2026"}}}"#,
            ["a"]
        ),
        (#"{"type":"order.updated","data":{"customer_id":"a","customer":{"deleted_at":"2026"}}}"#, ["a"]),
        (#"{"type":"order.updated","data":{"customer_id":"a","customer":{"deleted_at":null}}}"#, []),
        (#"{"type":"member.deleted","data":{"id":"m","customer_id":"a","role":"owner"}}"#, ["a"]),
        (#"{"type":"member.deleted","data":{"id":"m","customer_id":"a","role":"member"}}"#, []),
        (#"{"type":"member.updated","data":{"id":"m","customer_id":"a","role":"owner"}}"#, []),
        (#"{"type":"discount.deleted","data":{"id":"d","deleted_at":"2026"}}"#, []),
        (#"{"type":"customer_seat.revoked","data":{"id":"s","customer_id":"a","deleted_at":"2026"}}"#, []),
        (#"{"type":"order.updated","data":{"customer_id":"a","metadata":{"deleted_at":"2026"}}}"#, []),
    ]

    @Test(arguments: deletions)
    func `finds the customers who are deleted`(body: String, deleted: Set<String>) {
        #expect(scan(body).deleted == deleted)
    }

    private static let types: [(String?, Bool)] = [
        ("order.paid", true), (nil, true), ("dispute.created", true), ("product.updated", false),
        ("productx", true),
        ("benefit_grant.created", true), ("benefit.created", false), ("discount.deleted", false),
        ("organization.updated", false),
    ]

    @Test(arguments: types)
    func `looks only into events that can name a customer`(type: String?, canBe: Bool) {
        #expect(CustomerMentions.canBe(in: type) == canBe)
    }
}
