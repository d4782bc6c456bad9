// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `FilterTerm` as Foundation decodes it.
    enum FilterTerm: Codable {
        case clause(FilterClause)
        case filter(Filter)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case property
            case conjunction
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let hasProperty = container.contains(.property)
            let hasConjunction = container.contains(.conjunction)
            if hasProperty {
                self = .clause(try FilterClause(from: decoder))
            } else if hasConjunction {
                self = .filter(try Filter(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .clause(let value):
                try value.encode(to: encoder)
            case .filter(let value):
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
