// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerSeat`.
    public struct CustomerSeat: Equatable, Sendable {
        /// `created_at`.
        public var createdAt: Date {
            get { exactCreatedAt.date }
            set { exactCreatedAt = Timestamp(newValue) }
        }

        private var exactCreatedAt: Timestamp

        /// `modified_at`.
        public var modifiedAt: Date? {
            get { exactModifiedAt?.date }
            set { exactModifiedAt = newValue.map(Timestamp.init) }
        }

        private var exactModifiedAt: Timestamp?

        /// `id`.
        public var id: String

        /// `subscription_id`.
        public var subscriptionID: String?

        /// `order_id`.
        public var orderID: String?

        /// `status`.
        public var status: Polar.SeatStatus

        /// `customer_id`.
        public var customerID: String?

        /// `member_id`.
        public var memberID: String?

        /// `member`.
        public var member: Polar.Member?

        /// `email`.
        public var email: String?

        /// `customer_email`.
        public var customerEmail: String?

        /// `invitation_token_expires_at`.
        public var invitationTokenExpiresAt: Date? {
            get { exactInvitationTokenExpiresAt?.date }
            set { exactInvitationTokenExpiresAt = newValue.map(Timestamp.init) }
        }

        private var exactInvitationTokenExpiresAt: Timestamp?

        /// `claimed_at`.
        public var claimedAt: Date? {
            get { exactClaimedAt?.date }
            set { exactClaimedAt = newValue.map(Timestamp.init) }
        }

        private var exactClaimedAt: Timestamp?

        /// `revoked_at`.
        public var revokedAt: Date? {
            get { exactRevokedAt?.date }
            set { exactRevokedAt = newValue.map(Timestamp.init) }
        }

        private var exactRevokedAt: Timestamp?

        /// `seat_metadata`.
        public var seatMetadata: JSONMap<JSONValue>?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerSeat: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "subscription_id", "order_id", "status", "customer_id", "member_id", "member", "email", "customer_email", "invitation_token_expires_at", "claimed_at", "revoked_at", "seat_metadata"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var subscriptionID: String?
        var orderID: String?
        var status: Polar.SeatStatus?
        var customerID: String?
        var memberID: String?
        var member: Polar.Member?
        var email: String?
        var customerEmail: String?
        var invitationTokenExpiresAt: Timestamp?
        var claimedAt: Timestamp?
        var revokedAt: Timestamp?
        var seatMetadata: JSONMap<JSONValue>?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: subscriptionID = try String?(from: &reader, json)
            case 4: orderID = try String?(from: &reader, json)
            case 5: status = try Polar.SeatStatus(from: &reader, json)
            case 6: customerID = try String?(from: &reader, json)
            case 7: memberID = try String?(from: &reader, json)
            case 8: member = try Polar.Member?(from: &reader, json)
            case 9: email = try String?(from: &reader, json)
            case 10: customerEmail = try String?(from: &reader, json)
            case 11: invitationTokenExpiresAt = try Timestamp?(from: &reader, json)
            case 12: claimedAt = try Timestamp?(from: &reader, json)
            case 13: revokedAt = try Timestamp?(from: &reader, json)
            case 14: seatMetadata = try JSONMap<JSONValue>?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            subscriptionID: subscriptionID,
            orderID: orderID,
            status: try cursor.require(status, "status"),
            customerID: customerID,
            memberID: memberID,
            member: member,
            email: email,
            customerEmail: customerEmail,
            exactInvitationTokenExpiresAt: invitationTokenExpiresAt,
            exactClaimedAt: claimedAt,
            exactRevokedAt: revokedAt,
            seatMetadata: seatMetadata,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("subscription_id", subscriptionID)
        writer.member("order_id", orderID)
        writer.member("status", status)
        writer.member("customer_id", customerID)
        writer.member("member_id", memberID)
        writer.member("member", member)
        writer.member("email", email)
        writer.member("customer_email", customerEmail)
        writer.member("invitation_token_expires_at", exactInvitationTokenExpiresAt)
        writer.member("claimed_at", exactClaimedAt)
        writer.member("revoked_at", exactRevokedAt)
        writer.member("seat_metadata", seatMetadata)
        writer.endObject()
    }
}
