// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerTeam`.
    public struct CustomerTeam: Equatable, Sendable {
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

        /// `default_payment_method_id`.
        public var defaultPaymentMethodID: String?

        /// `email`.
        public var email: String?

        /// `external_id`.
        public var externalID: String?

        /// `locale`.
        public var locale: String?

        /// `type`: always `team`.
        public var type: String { "team" }

        /// The object as received, with what this version does not know.
        public let rawJSON: RawJSON
    }
}

extension Polar.CustomerTeam: JSONCodable {
    private static let fields: FieldNames = ["id", "created_at", "modified_at", "metadata", "email_verified", "type", "name", "billing_name", "billing_address", "tax_id", "organization_id", "deleted_at", "first_user_event_at", "avatar_url", "default_payment_method_id", "email", "external_id", "locale"]

    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        var id: String?
        var createdAt: Timestamp?
        var modifiedAt: Timestamp?
        var metadata: JSONMap<JSONValue>?
        var emailVerified: Bool?
        var name: String?
        var billingName: String?
        var billingAddress: Polar.Address?
        var taxID: Polar.TaxID?
        var organizationID: String?
        var deletedAt: Timestamp?
        var firstUserEventAt: Timestamp?
        var avatarURL: String?
        var defaultPaymentMethodID: String?
        var email: String?
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
            case 4: emailVerified = try Bool(from: &reader, json)
            case 6: name = try String?(from: &reader, json)
            case 7: billingName = try String?(from: &reader, json)
            case 8: billingAddress = try Polar.Address?(from: &reader, json)
            case 9: taxID = try Polar.TaxID?(from: &reader, json)
            case 10: organizationID = try String(from: &reader, json)
            case 11: deletedAt = try Timestamp?(from: &reader, json)
            case 12: firstUserEventAt = try Timestamp?(from: &reader, json)
            case 13: avatarURL = try String?(from: &reader, json)
            case 14: defaultPaymentMethodID = try String?(from: &reader, json)
            case 15: email = try String?(from: &reader, json)
            case 16: externalID = try String?(from: &reader, json)
            case 17: locale = try String?(from: &reader, json)
            default: try reader.skipValue(json)
            }
        }
        self.init(
            id: try cursor.require(id, "id"),
            exactCreatedAt: try cursor.require(createdAt, "created_at"),
            exactModifiedAt: modifiedAt,
            metadata: try cursor.require(metadata, "metadata"),
            emailVerified: try cursor.require(emailVerified, "email_verified"),
            name: name,
            billingName: billingName,
            billingAddress: billingAddress,
            taxID: taxID,
            organizationID: try cursor.require(organizationID, "organization_id"),
            exactDeletedAt: deletedAt,
            exactFirstUserEventAt: firstUserEventAt,
            avatarURL: avatarURL,
            defaultPaymentMethodID: defaultPaymentMethodID,
            email: email,
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
        writer.memberIfPresent("default_payment_method_id", defaultPaymentMethodID)
        writer.memberIfPresent("email", email)
        writer.memberIfPresent("external_id", externalID)
        writer.memberIfPresent("locale", locale)
        writer.endObject()
    }
}
