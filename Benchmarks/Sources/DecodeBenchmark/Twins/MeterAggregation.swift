// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `MeterAggregation` as Foundation decodes it.
    enum MeterAggregation: Codable {
        case count(CountAggregation)
        case property(PropertyAggregation)
        case unique(UniqueAggregation)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case `func`
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let `func` = try container.decodeIfPresent(String.self, forKey: .`func`)
            if `func` == "count" {
                self = .count(try CountAggregation(from: decoder))
            } else if ["sum", "max", "min", "avg"].contains(`func`) {
                self = .property(try PropertyAggregation(from: decoder))
            } else if `func` == "unique" {
                self = .unique(try UniqueAggregation(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .count(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("count", forKey: .`func`)
                try value.encode(to: encoder)
            case .property(let value):
                try value.encode(to: encoder)
            case .unique(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("unique", forKey: .`func`)
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
