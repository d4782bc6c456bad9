// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `Customer` as Foundation decodes it.
    enum Customer: Codable {
        case individual(CustomerIndividual)
        case team(CustomerTeam)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case type
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let type = try container.decodeIfPresent(String.self, forKey: .type)
            if type == "individual" {
                self = .individual(try CustomerIndividual(from: decoder))
            } else if type == "team" {
                self = .team(try CustomerTeam(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .individual(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("individual", forKey: .type)
                try value.encode(to: encoder)
            case .team(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("team", forKey: .type)
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
