// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `BenefitGrantMeterCreditWebhook`.
    public struct BenefitGrantMeterCreditWebhook: Equatable, Sendable {
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

        /// `is_granted`.
        public var isGranted: Bool

        /// `is_revoked`.
        public var isRevoked: Bool

        /// `subscription_id`.
        public var subscriptionID: String?

        /// `order_id`.
        public var orderID: String?

        /// `customer_id`.
        public var customerID: String

        /// `benefit_id`.
        public var benefitID: String

        /// `customer`.
        public var customer: Polar.Customer

        /// `benefit`.
        public var benefit: Polar.BenefitMeterCredit

        /// `properties`.
        public var properties: Polar.BenefitGrantMeterCreditProperties

        /// `error`.
        public var error: Polar.BenefitGrantError?

        /// `granted_at`.
        public var grantedAt: Date? {
            get { exactGrantedAt?.date }
            set { exactGrantedAt = newValue.map(Timestamp.init) }
        }

        private var exactGrantedAt: Timestamp?

        /// `member`.
        public var member: Polar.Member?

        /// `member_id`.
        public var memberID: String?

        /// `previous_properties`.
        public var previousProperties: Polar.BenefitGrantMeterCreditProperties?

        /// `revoked_at`.
        public var revokedAt: Date? {
            get { exactRevokedAt?.date }
            set { exactRevokedAt = newValue.map(Timestamp.init) }
        }

        private var exactRevokedAt: Timestamp?

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.BenefitGrantMeterCreditWebhook: JSONCodable {
    private static let fields: FieldNames = ["created_at", "modified_at", "id", "is_granted", "is_revoked", "subscription_id", "order_id", "customer_id", "benefit_id", "customer", "benefit", "properties", "error", "granted_at", "member", "member_id", "previous_properties", "revoked_at"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var id: String?
        var isGranted: Bool?
        var isRevoked: Bool?
        var subscriptionID: String?
        var orderID: String?
        var customerID: String?
        var benefitID: String?
        var customer: Polar.Customer?
        var benefit: Polar.BenefitMeterCredit?
        var properties: Polar.BenefitGrantMeterCreditProperties?
        var error: Polar.BenefitGrantError?
        var grantedAt: Timestamp?
        var member: Polar.Member?
        var memberID: String?
        var previousProperties: Polar.BenefitGrantMeterCreditProperties?
        var revokedAt: Timestamp?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: createdAt = try Timestamp(from: &reader, json)
            case 1: modifiedAt = try Timestamp?(from: &reader, json)
            case 2: id = try String(from: &reader, json)
            case 3: isGranted = try Bool(from: &reader, json)
            case 4: isRevoked = try Bool(from: &reader, json)
            case 5: subscriptionID = try String?(from: &reader, json)
            case 6: orderID = try String?(from: &reader, json)
            case 7: customerID = try String(from: &reader, json)
            case 8: benefitID = try String(from: &reader, json)
            case 9: customer = try Polar.Customer(from: &reader, json)
            case 10: benefit = try Polar.BenefitMeterCredit(from: &reader, json)
            case 11: properties = try Polar.BenefitGrantMeterCreditProperties(from: &reader, json)
            case 12: error = try Polar.BenefitGrantError?(from: &reader, json)
            case 13: grantedAt = try Timestamp?(from: &reader, json)
            case 14: member = try Polar.Member?(from: &reader, json)
            case 15: memberID = try String?(from: &reader, json)
            case 16: previousProperties = try Polar.BenefitGrantMeterCreditProperties?(from: &reader, json)
            case 17: revokedAt = try Timestamp?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            id: try cursor.require(id, "id"),
            isGranted: try cursor.require(isGranted, "is_granted"),
            isRevoked: try cursor.require(isRevoked, "is_revoked"),
            subscriptionID: subscriptionID,
            orderID: orderID,
            customerID: try cursor.require(customerID, "customer_id"),
            benefitID: try cursor.require(benefitID, "benefit_id"),
            customer: try cursor.require(customer, "customer"),
            benefit: try cursor.require(benefit, "benefit"),
            properties: try cursor.require(properties, "properties"),
            error: error,
            exactGrantedAt: grantedAt,
            member: member,
            memberID: memberID,
            previousProperties: previousProperties,
            exactRevokedAt: revokedAt,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("id", id)
        writer.member("is_granted", isGranted)
        writer.member("is_revoked", isRevoked)
        writer.member("subscription_id", subscriptionID)
        writer.member("order_id", orderID)
        writer.member("customer_id", customerID)
        writer.member("benefit_id", benefitID)
        writer.member("customer", customer)
        writer.member("benefit", benefit)
        writer.member("properties", properties)
        writer.memberIfPresent("error", error)
        writer.memberIfPresent("granted_at", exactGrantedAt)
        writer.memberIfPresent("member", member)
        writer.memberIfPresent("member_id", memberID)
        writer.memberIfPresent("previous_properties", previousProperties)
        writer.memberIfPresent("revoked_at", exactRevokedAt)
        writer.endObject()
    }
}
