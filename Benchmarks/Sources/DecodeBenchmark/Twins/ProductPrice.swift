// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `ProductPrice` as Foundation decodes it.
    enum ProductPrice: Codable {
        case legacyFixed(LegacyRecurringProductPriceFixed)
        case legacyCustom(LegacyRecurringProductPriceCustom)
        case fixed(ProductPriceFixed)
        case custom(ProductPriceCustom)
        case seatBased(ProductPriceSeatBased)
        case meteredUnit(ProductPriceMeteredUnit)
        case unitBased(ProductPriceUnitBased)
        case meteredTiers(ProductPriceMeteredTiers)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case legacy
            case amountType = "amount_type"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let hasLegacy = container.contains(.legacy)
            let amountType = try container.decodeIfPresent(String.self, forKey: .amountType)
            if hasLegacy, amountType == "fixed" {
                self = .legacyFixed(try LegacyRecurringProductPriceFixed(from: decoder))
            } else if hasLegacy, amountType == "custom" {
                self = .legacyCustom(try LegacyRecurringProductPriceCustom(from: decoder))
            } else if amountType == "fixed" {
                self = .fixed(try ProductPriceFixed(from: decoder))
            } else if amountType == "custom" {
                self = .custom(try ProductPriceCustom(from: decoder))
            } else if amountType == "seat_based" {
                self = .seatBased(try ProductPriceSeatBased(from: decoder))
            } else if amountType == "metered_unit" {
                self = .meteredUnit(try ProductPriceMeteredUnit(from: decoder))
            } else if amountType == "unit_based" {
                self = .unitBased(try ProductPriceUnitBased(from: decoder))
            } else if amountType == "metered_tiers" {
                self = .meteredTiers(try ProductPriceMeteredTiers(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .legacyFixed(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("fixed", forKey: .amountType)
                try value.encode(to: encoder)
            case .legacyCustom(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("custom", forKey: .amountType)
                try value.encode(to: encoder)
            case .fixed(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("fixed", forKey: .amountType)
                try value.encode(to: encoder)
            case .custom(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("custom", forKey: .amountType)
                try value.encode(to: encoder)
            case .seatBased(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("seat_based", forKey: .amountType)
                try value.encode(to: encoder)
            case .meteredUnit(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("metered_unit", forKey: .amountType)
                try value.encode(to: encoder)
            case .unitBased(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("unit_based", forKey: .amountType)
                try value.encode(to: encoder)
            case .meteredTiers(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("metered_tiers", forKey: .amountType)
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
