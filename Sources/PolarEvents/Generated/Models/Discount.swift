// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `Discount`: one of several kinds of object.
    @nonexhaustive public enum Discount: Equatable, Sendable, JSONCodable {
        /// `type` is `fixed` and `duration` is `repeating`.
        case fixedRepeating(Polar.DiscountFixedRepeatDuration)

        /// `type` is `fixed`.
        case fixed(Polar.DiscountFixedOnceForeverDuration)

        /// `type` is `percentage` and `duration` is `repeating`.
        case percentageRepeating(Polar.DiscountPercentageRepeatDuration)

        /// `type` is `percentage`.
        case percentage(Polar.DiscountPercentageOnceForeverDuration)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `duration`, which all kinds have.
        public var duration: Polar.DiscountDuration? {
            switch self {
            case .fixedRepeating(let value): value.duration
            case .fixed(let value): value.duration
            case .percentageRepeating(let value): value.duration
            case .percentage(let value): value.duration
            case .unknown: nil
            }
        }

        /// `type`, which all kinds have.
        public var type: Polar.DiscountType? {
            switch self {
            case .fixedRepeating(let value): value.type
            case .fixed(let value): value.type
            case .percentageRepeating(let value): value.type
            case .percentage(let value): value.type
            case .unknown: nil
            }
        }

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .fixedRepeating(let value): value.createdAt
            case .fixed(let value): value.createdAt
            case .percentageRepeating(let value): value.createdAt
            case .percentage(let value): value.createdAt
            case .unknown: nil
            }
        }

        /// `modified_at`, which all kinds have.
        public var modifiedAt: Date? {
            switch self {
            case .fixedRepeating(let value): value.modifiedAt
            case .fixed(let value): value.modifiedAt
            case .percentageRepeating(let value): value.modifiedAt
            case .percentage(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .fixedRepeating(let value): value.id
            case .fixed(let value): value.id
            case .percentageRepeating(let value): value.id
            case .percentage(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `metadata`, which all kinds have.
        public var metadata: JSONMap<JSONValue>? {
            switch self {
            case .fixedRepeating(let value): value.metadata
            case .fixed(let value): value.metadata
            case .percentageRepeating(let value): value.metadata
            case .percentage(let value): value.metadata
            case .unknown: nil
            }
        }

        /// `name`, which all kinds have.
        public var name: String? {
            switch self {
            case .fixedRepeating(let value): value.name
            case .fixed(let value): value.name
            case .percentageRepeating(let value): value.name
            case .percentage(let value): value.name
            case .unknown(let json): json["name"]?.text
            }
        }

        /// `code`, which all kinds have.
        public var code: String? {
            switch self {
            case .fixedRepeating(let value): value.code
            case .fixed(let value): value.code
            case .percentageRepeating(let value): value.code
            case .percentage(let value): value.code
            case .unknown(let json): json["code"]?.text
            }
        }

        /// `starts_at`, which all kinds have.
        public var startsAt: Date? {
            switch self {
            case .fixedRepeating(let value): value.startsAt
            case .fixed(let value): value.startsAt
            case .percentageRepeating(let value): value.startsAt
            case .percentage(let value): value.startsAt
            case .unknown: nil
            }
        }

        /// `ends_at`, which all kinds have.
        public var endsAt: Date? {
            switch self {
            case .fixedRepeating(let value): value.endsAt
            case .fixed(let value): value.endsAt
            case .percentageRepeating(let value): value.endsAt
            case .percentage(let value): value.endsAt
            case .unknown: nil
            }
        }

        /// `max_redemptions`, which all kinds have.
        public var maxRedemptions: Int? {
            switch self {
            case .fixedRepeating(let value): value.maxRedemptions
            case .fixed(let value): value.maxRedemptions
            case .percentageRepeating(let value): value.maxRedemptions
            case .percentage(let value): value.maxRedemptions
            case .unknown: nil
            }
        }

        /// `max_redemptions_per_customer`, which all kinds have.
        public var maxRedemptionsPerCustomer: Int? {
            switch self {
            case .fixedRepeating(let value): value.maxRedemptionsPerCustomer
            case .fixed(let value): value.maxRedemptionsPerCustomer
            case .percentageRepeating(let value): value.maxRedemptionsPerCustomer
            case .percentage(let value): value.maxRedemptionsPerCustomer
            case .unknown: nil
            }
        }

        /// `redemptions_count`, which all kinds have.
        public var redemptionsCount: Int? {
            switch self {
            case .fixedRepeating(let value): value.redemptionsCount
            case .fixed(let value): value.redemptionsCount
            case .percentageRepeating(let value): value.redemptionsCount
            case .percentage(let value): value.redemptionsCount
            case .unknown: nil
            }
        }

        /// `organization_id`, which all kinds have.
        public var organizationID: String? {
            switch self {
            case .fixedRepeating(let value): value.organizationID
            case .fixed(let value): value.organizationID
            case .percentageRepeating(let value): value.organizationID
            case .percentage(let value): value.organizationID
            case .unknown(let json): json["organization_id"]?.text
            }
        }

        /// `products`, which all kinds have.
        public var products: [Polar.DiscountProduct]? {
            switch self {
            case .fixedRepeating(let value): value.products
            case .fixed(let value): value.products
            case .percentageRepeating(let value): value.products
            case .percentage(let value): value.products
            case .unknown: nil
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let type = try reader.tag("type", json)
            let duration = try reader.tag("duration", json)
            if type == "fixed", duration == "repeating" {
                self = .fixedRepeating(try Polar.DiscountFixedRepeatDuration(from: &reader, json))
            } else if type == "fixed" {
                self = .fixed(try Polar.DiscountFixedOnceForeverDuration(from: &reader, json))
            } else if type == "percentage", duration == "repeating" {
                self = .percentageRepeating(try Polar.DiscountPercentageRepeatDuration(from: &reader, json))
            } else if type == "percentage" {
                self = .percentage(try Polar.DiscountPercentageOnceForeverDuration(from: &reader, json))
            } else {
                self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .fixedRepeating(let value): value.encode(to: &writer)
            case .fixed(let value): value.encode(to: &writer)
            case .percentageRepeating(let value): value.encode(to: &writer)
            case .percentage(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
