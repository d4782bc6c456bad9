// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerStateIndividual`.
    public struct CustomerStateIndividual: Equatable, Sendable {
        /// `id`.
        public var id: String

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

        /// `metadata`.
        public var metadata: JSONMap<JSONValue>

        /// `email`.
        public var email: String

        /// `email_verified`.
        public var emailVerified: Bool

        /// `name`.
        public var name: String?

        /// `billing_name`.
        public var billingName: String?

        /// `billing_address`.
        public var billingAddress: Polar.Address?

        /// `tax_id`.
        public var taxID: Polar.TaxID?

        /// `organization_id`.
        public var organizationID: String

        /// `deleted_at`.
        public var deletedAt: Date? {
            get { exactDeletedAt?.date }
            set { exactDeletedAt = newValue.map(Timestamp.init) }
        }

        private var exactDeletedAt: Timestamp?

        /// `first_user_event_at`.
        public var firstUserEventAt: Date? {
            get { exactFirstUserEventAt?.date }
            set { exactFirstUserEventAt = newValue.map(Timestamp.init) }
        }

        private var exactFirstUserEventAt: Timestamp?

        /// `avatar_url`.
        public var avatarURL: String?

        /// `active_subscriptions`.
        public var activeSubscriptions: [Polar.CustomerStateSubscription]

        /// `granted_benefits`.
        public var grantedBenefits: [Polar.CustomerStateBenefitGrant]

        /// `active_meters`.
        public var activeMeters: [Polar.CustomerStateMeter]

        /// `default_payment_method_id`.
        public var defaultPaymentMethodID: String?

        /// `external_id`.
        public var externalID: String?

        /// `locale`.
        public var locale: String?

        /// `type`: always `individual`.
        public var type: String { "individual" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerStateIndividual: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "metadata", "email", "email_verified", "type", "name", "billing_name", "billing_address", "tax_id", "organization_id", "deleted_at", "first_user_event_at", "avatar_url", "active_subscriptions", "granted_benefits", "active_meters", "default_payment_method_id", "external_id", "locale"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var metadata: JSONMap<JSONValue>?
        var email: String?
        var emailVerified: Bool?
        var name: String?
        var billingName: String?
        var billingAddress: Polar.Address?
        var taxID: Polar.TaxID?
        var organizationID: String?
        var deletedAt: Timestamp?
        var firstUserEventAt: Timestamp?
        var avatarURL: String?
        var activeSubscriptions: [Polar.CustomerStateSubscription]?
        var grantedBenefits: [Polar.CustomerStateBenefitGrant]?
        var activeMeters: [Polar.CustomerStateMeter]?
        var defaultPaymentMethodID: String?
        var externalID: String?
        var locale: String?
        let fields = Self.fields
        var cursor = try reader.beginFields(json)
        while let field = try reader.nextField(fields, &cursor, json) {
            switch field {
            case 0: id = try String(from: &reader, json)
            case 1: createdAt = try Timestamp(from: &reader, json)
            case 2: modifiedAt = try Timestamp?(from: &reader, json)
            case 3: metadata = try JSONMap<JSONValue>(from: &reader, json)
            case 4: email = try String(from: &reader, json)
            case 5: emailVerified = try Bool(from: &reader, json)
            case 7: name = try String?(from: &reader, json)
            case 8: billingName = try String?(from: &reader, json)
            case 9: billingAddress = try Polar.Address?(from: &reader, json)
            case 10: taxID = try Polar.TaxID?(from: &reader, json)
            case 11: organizationID = try String(from: &reader, json)
            case 12: deletedAt = try Timestamp?(from: &reader, json)
            case 13: firstUserEventAt = try Timestamp?(from: &reader, json)
            case 14: avatarURL = try String?(from: &reader, json)
            case 15: activeSubscriptions = try [Polar.CustomerStateSubscription](from: &reader, json)
            case 16: grantedBenefits = try [Polar.CustomerStateBenefitGrant](from: &reader, json)
            case 17: activeMeters = try [Polar.CustomerStateMeter](from: &reader, json)
            case 18: defaultPaymentMethodID = try String?(from: &reader, json)
            case 19: externalID = try String?(from: &reader, json)
            case 20: locale = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            metadata: try cursor.require(metadata, "metadata"),
            email: try cursor.require(email, "email"),
            emailVerified: try cursor.require(emailVerified, "email_verified"),
            name: name,
            billingName: billingName,
            billingAddress: billingAddress,
            taxID: taxID,
            organizationID: try cursor.require(organizationID, "organization_id"),
            exactDeletedAt: deletedAt,
            exactFirstUserEventAt: firstUserEventAt,
            avatarURL: avatarURL,
            activeSubscriptions: try cursor.require(activeSubscriptions, "active_subscriptions"),
            grantedBenefits: try cursor.require(grantedBenefits, "granted_benefits"),
            activeMeters: try cursor.require(activeMeters, "active_meters"),
            defaultPaymentMethodID: defaultPaymentMethodID,
            externalID: externalID,
            locale: locale,
            rawJSON: reader.raw(cursor)
        )
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("created_at", exactCreatedAt)
        writer.member("modified_at", exactModifiedAt)
        writer.member("metadata", metadata)
        writer.member("email", email)
        writer.member("email_verified", emailVerified)
        writer.member("type", type)
        writer.member("name", name)
        writer.member("billing_name", billingName)
        writer.member("billing_address", billingAddress)
        writer.member("tax_id", taxID)
        writer.member("organization_id", organizationID)
        writer.member("deleted_at", exactDeletedAt)
        writer.member("first_user_event_at", exactFirstUserEventAt)
        writer.member("avatar_url", avatarURL)
        writer.member("active_subscriptions", activeSubscriptions)
        writer.member("granted_benefits", grantedBenefits)
        writer.member("active_meters", activeMeters)
        writer.memberIfPresent("default_payment_method_id", defaultPaymentMethodID)
        writer.memberIfPresent("external_id", externalID)
        writer.memberIfPresent("locale", locale)
        writer.endObject()
    }
}
