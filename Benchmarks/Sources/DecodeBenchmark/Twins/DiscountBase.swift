// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `DiscountBase` as Foundation decodes it.
    enum DiscountBase: Codable {
        case fixedRepeating(DiscountFixedRepeatDurationBase)
        case fixed(DiscountFixedOnceForeverDurationBase)
        case percentageRepeating(DiscountPercentageRepeatDurationBase)
        case percentage(DiscountPercentageOnceForeverDurationBase)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case type
            case duration
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let type = try container.decodeIfPresent(String.self, forKey: .type)
            let duration = try container.decodeIfPresent(String.self, forKey: .duration)
            if type == "fixed", duration == "repeating" {
                self = .fixedRepeating(try DiscountFixedRepeatDurationBase(from: decoder))
            } else if type == "fixed" {
                self = .fixed(try DiscountFixedOnceForeverDurationBase(from: decoder))
            } else if type == "percentage", duration == "repeating" {
                self = .percentageRepeating(try DiscountPercentageRepeatDurationBase(from: decoder))
            } else if type == "percentage" {
                self = .percentage(try DiscountPercentageOnceForeverDurationBase(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .fixedRepeating(let value):
                try value.encode(to: encoder)
            case .fixed(let value):
                try value.encode(to: encoder)
            case .percentageRepeating(let value):
                try value.encode(to: encoder)
            case .percentage(let value):
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
