// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomerState`: one of several kinds of object.
    @nonexhaustive public enum CustomerState: Equatable, Sendable, JSONCodable {
        /// `type` is `individual`.
        case individual(Polar.CustomerStateIndividual)

        /// `type` is `team`.
        case team(Polar.CustomerStateTeam)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .individual(let value): value.id
            case .team(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .individual(let value): value.createdAt
            case .team(let value): value.createdAt
            case .unknown: nil
            }
        }

        /// `modified_at`, which all kinds have.
        public var modifiedAt: Date? {
            switch self {
            case .individual(let value): value.modifiedAt
            case .team(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `metadata`, which all kinds have.
        public var metadata: JSONMap<JSONValue>? {
            switch self {
            case .individual(let value): value.metadata
            case .team(let value): value.metadata
            case .unknown: nil
            }
        }

        /// `email`, which all kinds have.
        public var email: String? {
            switch self {
            case .individual(let value): value.email
            case .team(let value): value.email
            case .unknown(let json): json["email"]?.text
            }
        }

        /// `email_verified`, which all kinds have.
        public var emailVerified: Bool? {
            switch self {
            case .individual(let value): value.emailVerified
            case .team(let value): value.emailVerified
            case .unknown: nil
            }
        }

        /// `type`, which all kinds have.
        public var type: String? {
            switch self {
            case .individual(let value): value.type
            case .team(let value): value.type
            case .unknown(let json): json["type"]?.text
            }
        }

        /// `name`, which all kinds have.
        public var name: String? {
            switch self {
            case .individual(let value): value.name
            case .team(let value): value.name
            case .unknown(let json): json["name"]?.text
            }
        }

        /// `billing_name`, which all kinds have.
        public var billingName: String? {
            switch self {
            case .individual(let value): value.billingName
            case .team(let value): value.billingName
            case .unknown(let json): json["billing_name"]?.text
            }
        }

        /// `billing_address`, which all kinds have.
        public var billingAddress: Polar.Address? {
            switch self {
            case .individual(let value): value.billingAddress
            case .team(let value): value.billingAddress
            case .unknown: nil
            }
        }

        /// `tax_id`, which all kinds have.
        public var taxID: Polar.TaxID? {
            switch self {
            case .individual(let value): value.taxID
            case .team(let value): value.taxID
            case .unknown: nil
            }
        }

        /// `organization_id`, which all kinds have.
        public var organizationID: String? {
            switch self {
            case .individual(let value): value.organizationID
            case .team(let value): value.organizationID
            case .unknown(let json): json["organization_id"]?.text
            }
        }

        /// `deleted_at`, which all kinds have.
        public var deletedAt: Date? {
            switch self {
            case .individual(let value): value.deletedAt
            case .team(let value): value.deletedAt
            case .unknown: nil
            }
        }

        /// `first_user_event_at`, which all kinds have.
        public var firstUserEventAt: Date? {
            switch self {
            case .individual(let value): value.firstUserEventAt
            case .team(let value): value.firstUserEventAt
            case .unknown: nil
            }
        }

        /// `avatar_url`, which all kinds have.
        public var avatarURL: String? {
            switch self {
            case .individual(let value): value.avatarURL
            case .team(let value): value.avatarURL
            case .unknown(let json): json["avatar_url"]?.text
            }
        }

        /// `active_subscriptions`, which all kinds have.
        public var activeSubscriptions: [Polar.CustomerStateSubscription]? {
            switch self {
            case .individual(let value): value.activeSubscriptions
            case .team(let value): value.activeSubscriptions
            case .unknown: nil
            }
        }

        /// `granted_benefits`, which all kinds have.
        public var grantedBenefits: [Polar.CustomerStateBenefitGrant]? {
            switch self {
            case .individual(let value): value.grantedBenefits
            case .team(let value): value.grantedBenefits
            case .unknown: nil
            }
        }

        /// `active_meters`, which all kinds have.
        public var activeMeters: [Polar.CustomerStateMeter]? {
            switch self {
            case .individual(let value): value.activeMeters
            case .team(let value): value.activeMeters
            case .unknown: nil
            }
        }

        /// `default_payment_method_id`, which all kinds have.
        public var defaultPaymentMethodID: String? {
            switch self {
            case .individual(let value): value.defaultPaymentMethodID
            case .team(let value): value.defaultPaymentMethodID
            case .unknown(let json): json["default_payment_method_id"]?.text
            }
        }

        /// `external_id`, which all kinds have.
        public var externalID: String? {
            switch self {
            case .individual(let value): value.externalID
            case .team(let value): value.externalID
            case .unknown(let json): json["external_id"]?.text
            }
        }

        /// `locale`, which all kinds have.
        public var locale: String? {
            switch self {
            case .individual(let value): value.locale
            case .team(let value): value.locale
            case .unknown(let json): json["locale"]?.text
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let type = try reader.tag("type", json)
            switch type {
            case "individual": self = .individual(try Polar.CustomerStateIndividual(from: &reader, json))
            case "team": self = .team(try Polar.CustomerStateTeam(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .individual(let value): value.encode(to: &writer)
            case .team(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
