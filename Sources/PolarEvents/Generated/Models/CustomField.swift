// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

public import Foundation

extension Polar {
    /// Polar's `CustomField`: one of several kinds of object.
    @nonexhaustive public enum CustomField: Equatable, Sendable, JSONCodable {
        /// `type` is `text`.
        case text(Polar.CustomFieldText)

        /// `type` is `number`.
        case number(Polar.CustomFieldNumber)

        /// `type` is `date`.
        case date(Polar.CustomFieldDate)

        /// `type` is `checkbox`.
        case checkbox(Polar.CustomFieldCheckbox)

        /// `type` is `select`.
        case select(Polar.CustomFieldSelect)

        /// A kind this version does not know, exactly as received.
        case unknown(JSONValue)

        /// `created_at`, which all kinds have.
        public var createdAt: Date? {
            switch self {
            case .text(let value): value.createdAt
            case .number(let value): value.createdAt
            case .date(let value): value.createdAt
            case .checkbox(let value): value.createdAt
            case .select(let value): value.createdAt
            case .unknown: nil
            }
        }

        /// `modified_at`, which all kinds have.
        public var modifiedAt: Date? {
            switch self {
            case .text(let value): value.modifiedAt
            case .number(let value): value.modifiedAt
            case .date(let value): value.modifiedAt
            case .checkbox(let value): value.modifiedAt
            case .select(let value): value.modifiedAt
            case .unknown: nil
            }
        }

        /// `id`, which all kinds have.
        public var id: String? {
            switch self {
            case .text(let value): value.id
            case .number(let value): value.id
            case .date(let value): value.id
            case .checkbox(let value): value.id
            case .select(let value): value.id
            case .unknown(let json): json["id"]?.text
            }
        }

        /// `metadata`, which all kinds have.
        public var metadata: JSONMap<JSONValue>? {
            switch self {
            case .text(let value): value.metadata
            case .number(let value): value.metadata
            case .date(let value): value.metadata
            case .checkbox(let value): value.metadata
            case .select(let value): value.metadata
            case .unknown: nil
            }
        }

        /// `type`, which all kinds have.
        public var type: String? {
            switch self {
            case .text(let value): value.type
            case .number(let value): value.type
            case .date(let value): value.type
            case .checkbox(let value): value.type
            case .select(let value): value.type
            case .unknown(let json): json["type"]?.text
            }
        }

        /// `slug`, which all kinds have.
        public var slug: String? {
            switch self {
            case .text(let value): value.slug
            case .number(let value): value.slug
            case .date(let value): value.slug
            case .checkbox(let value): value.slug
            case .select(let value): value.slug
            case .unknown(let json): json["slug"]?.text
            }
        }

        /// `name`, which all kinds have.
        public var name: String? {
            switch self {
            case .text(let value): value.name
            case .number(let value): value.name
            case .date(let value): value.name
            case .checkbox(let value): value.name
            case .select(let value): value.name
            case .unknown(let json): json["name"]?.text
            }
        }

        /// `organization_id`, which all kinds have.
        public var organizationID: String? {
            switch self {
            case .text(let value): value.organizationID
            case .number(let value): value.organizationID
            case .date(let value): value.organizationID
            case .checkbox(let value): value.organizationID
            case .select(let value): value.organizationID
            case .unknown(let json): json["organization_id"]?.text
            }
        }

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let type = try reader.tag("type", json)
            switch type {
            case "text": self = .text(try Polar.CustomFieldText(from: &reader, json))
            case "number": self = .number(try Polar.CustomFieldNumber(from: &reader, json))
            case "date": self = .date(try Polar.CustomFieldDate(from: &reader, json))
            case "checkbox": self = .checkbox(try Polar.CustomFieldCheckbox(from: &reader, json))
            case "select": self = .select(try Polar.CustomFieldSelect(from: &reader, json))
            default: self = .unknown(try JSONValue(from: &reader, json))
            }
        }

        func encode(to writer: inout JSONWriter) {
            switch self {
            case .text(let value): value.encode(to: &writer)
            case .number(let value): value.encode(to: &writer)
            case .date(let value): value.encode(to: &writer)
            case .checkbox(let value): value.encode(to: &writer)
            case .select(let value): value.encode(to: &writer)
            case .unknown(let value): value.encode(to: &writer)
            }
        }
    }
}
