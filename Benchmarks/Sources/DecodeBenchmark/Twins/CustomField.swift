// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Twins {
    /// `CustomField` as Foundation decodes it.
    enum CustomField: Codable {
        case text(CustomFieldText)
        case number(CustomFieldNumber)
        case date(CustomFieldDate)
        case checkbox(CustomFieldCheckbox)
        case select(CustomFieldSelect)
        case unknown(AnyValue)

        private enum CodingKeys: String, CodingKey {
            case type
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let type = try container.decodeIfPresent(String.self, forKey: .type)
            if type == "text" {
                self = .text(try CustomFieldText(from: decoder))
            } else if type == "number" {
                self = .number(try CustomFieldNumber(from: decoder))
            } else if type == "date" {
                self = .date(try CustomFieldDate(from: decoder))
            } else if type == "checkbox" {
                self = .checkbox(try CustomFieldCheckbox(from: decoder))
            } else if type == "select" {
                self = .select(try CustomFieldSelect(from: decoder))
            } else {
                self = .unknown(try AnyValue(from: decoder))
            }
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .text(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("text", forKey: .type)
                try value.encode(to: encoder)
            case .number(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("number", forKey: .type)
                try value.encode(to: encoder)
            case .date(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("date", forKey: .type)
                try value.encode(to: encoder)
            case .checkbox(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("checkbox", forKey: .type)
                try value.encode(to: encoder)
            case .select(let value):
                var container = encoder.container(keyedBy: CodingKeys.self)
                try container.encode("select", forKey: .type)
                try value.encode(to: encoder)
            case .unknown(let value): try value.encode(to: encoder)
            }
        }
    }
}
