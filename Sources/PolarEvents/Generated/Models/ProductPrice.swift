// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `ProductPrice`: one of several kinds of object.
    @nonexhaustive public enum ProductPrice: Equatable, Sendable, JSONCodable {
        /// `legacy` is there and `amount_type` is `fixed`.
        case legacyFixed(Polar.LegacyRecurringProductPriceFixed)

        /// `legacy` is there and `amount_type` is `custom`.
        case legacyCustom(Polar.LegacyRecurringProductPriceCustom)

        /// `amount_type` is `fixed`.
        case fixed(Polar.ProductPriceFixed)

        /// `amount_type` is `custom`.
        case custom(Polar.ProductPriceCustom)

        /// `amount_type` is `seat_based`.
        case seatBased(Polar.ProductPriceSeatBased)

        /// `amount_type` is `metered_unit`.
        case meteredUnit(Polar.ProductPriceMeteredUnit)

        /// `amount_type` is `unit_based`.
        case unitBased(Polar.ProductPriceUnitBased)

        /// `amount_type` is `metered_tiers`.
        case meteredTiers(Polar.ProductPriceMeteredTiers)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .legacyFixed(let value): value.createdAt
            case .legacyCustom(let value): value.createdAt
            case .fixed(let value): value.createdAt
            case .custom(let value): value.createdAt
            case .seatBased(let value): value.createdAt
            case .meteredUnit(let value): value.createdAt
            case .unitBased(let value): value.createdAt
            case .meteredTiers(let value): value.createdAt
            case .unknown: nil
            }
        }

        /// `modified_at`, which all kinds have.
        public var modifiedAt: Date? {
            switch self {
            case .legacyFixed(let value): value.modifiedAt
            case .legacyCustom(let value): value.modifiedAt
            case .fixed(let value): value.modifiedAt
            case .custom(let value): value.modifiedAt
            case .seatBased(let value): value.modifiedAt
            case .meteredUnit(let value): value.modifiedAt
            case .unitBased(let value): value.modifiedAt
            case .meteredTiers(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .legacyFixed(let value): value.id
            case .legacyCustom(let value): value.id
            case .fixed(let value): value.id
            case .custom(let value): value.id
            case .seatBased(let value): value.id
            case .meteredUnit(let value): value.id
            case .unitBased(let value): value.id
            case .meteredTiers(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `source`, which all kinds have.
        public var source: Polar.ProductPriceSource? {
            switch self {
            case .legacyFixed(let value): value.source
            case .legacyCustom(let value): value.source
            case .fixed(let value): value.source
            case .custom(let value): value.source
            case .seatBased(let value): value.source
            case .meteredUnit(let value): value.source
            case .unitBased(let value): value.source
            case .meteredTiers(let value): value.source
            case .unknown: nil
            }
        }

        /// `amount_type`, which all kinds have.
        public var amountType: String? {
            switch self {
            case .legacyFixed(let value): value.amountType
            case .legacyCustom(let value): value.amountType
            case .fixed(let value): value.amountType
            case .custom(let value): value.amountType
            case .seatBased(let value): value.amountType
            case .meteredUnit(let value): value.amountType
            case .unitBased(let value): value.amountType
            case .meteredTiers(let value): value.amountType
            case .unknown(let json): json["amount_type"]?.text
            }
        }

        /// `price_currency`, which all kinds have.
        public var priceCurrency: String? {
            switch self {
            case .legacyFixed(let value): value.priceCurrency
            case .legacyCustom(let value): value.priceCurrency
            case .fixed(let value): value.priceCurrency
            case .custom(let value): value.priceCurrency
            case .seatBased(let value): value.priceCurrency
            case .meteredUnit(let value): value.priceCurrency
            case .unitBased(let value): value.priceCurrency
            case .meteredTiers(let value): value.priceCurrency
            case .unknown(let json): json["price_currency"]?.text
            }
        }

        /// `tax_behavior`, which all kinds have.
        public var taxBehavior: Polar.TaxBehaviorOption? {
            switch self {
            case .legacyFixed(let value): value.taxBehavior
            case .legacyCustom(let value): value.taxBehavior
            case .fixed(let value): value.taxBehavior
            case .custom(let value): value.taxBehavior
            case .seatBased(let value): value.taxBehavior
            case .meteredUnit(let value): value.taxBehavior
            case .unitBased(let value): value.taxBehavior
            case .meteredTiers(let value): value.taxBehavior
            case .unknown: nil
            }
        }

        /// `is_archived`, which all kinds have.
        public var isArchived: Bool? {
            switch self {
            case .legacyFixed(let value): value.isArchived
            case .legacyCustom(let value): value.isArchived
            case .fixed(let value): value.isArchived
            case .custom(let value): value.isArchived
            case .seatBased(let value): value.isArchived
            case .meteredUnit(let value): value.isArchived
            case .unitBased(let value): value.isArchived
            case .meteredTiers(let value): value.isArchived
            case .unknown: nil
            }
        }

        /// `product_id`, which all kinds have.
        public var productID: String? {
            switch self {
            case .legacyFixed(let value): value.productID
            case .legacyCustom(let value): value.productID
            case .fixed(let value): value.productID
            case .custom(let value): value.productID
            case .seatBased(let value): value.productID
            case .meteredUnit(let value): value.productID
            case .unitBased(let value): value.productID
            case .meteredTiers(let value): value.productID
            case .unknown(let json): json["product_id"]?.text
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let hasLegacy = try reader.has("legacy", json)
            let amountType = try reader.tag("amount_type", json)
            if hasLegacy, amountType == "fixed" {
                self = .legacyFixed(try Polar.LegacyRecurringProductPriceFixed(from: &reader, json))
            } else if hasLegacy, amountType == "custom" {
                self = .legacyCustom(try Polar.LegacyRecurringProductPriceCustom(from: &reader, json))
            } else if amountType == "fixed" {
                self = .fixed(try Polar.ProductPriceFixed(from: &reader, json))
            } else if amountType == "custom" {
                self = .custom(try Polar.ProductPriceCustom(from: &reader, json))
            } else if amountType == "seat_based" {
                self = .seatBased(try Polar.ProductPriceSeatBased(from: &reader, json))
            } else if amountType == "metered_unit" {
                self = .meteredUnit(try Polar.ProductPriceMeteredUnit(from: &reader, json))
            } else if amountType == "unit_based" {
                self = .unitBased(try Polar.ProductPriceUnitBased(from: &reader, json))
            } else if amountType == "metered_tiers" {
                self = .meteredTiers(try Polar.ProductPriceMeteredTiers(from: &reader, json))
            } else {
                self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .legacyFixed(let value): value.encode(to: &writer)
            case .legacyCustom(let value): value.encode(to: &writer)
            case .fixed(let value): value.encode(to: &writer)
            case .custom(let value): value.encode(to: &writer)
            case .seatBased(let value): value.encode(to: &writer)
            case .meteredUnit(let value): value.encode(to: &writer)
            case .unitBased(let value): value.encode(to: &writer)
            case .meteredTiers(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
