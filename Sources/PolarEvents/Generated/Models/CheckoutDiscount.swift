// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

extension Polar {
    /// Polar's `CheckoutDiscount`: one of several kinds of object.
    @nonexhaustive public enum CheckoutDiscount: Equatable, Sendable, JSONCodable {
        /// `type` is `fixed` and `duration` is `repeating`.
        case fixedRepeating(Polar.CheckoutDiscountFixedRepeatDuration)

        /// `type` is `fixed`.
        case fixed(Polar.CheckoutDiscountFixedOnceForeverDuration)

        /// `type` is `percentage` and `duration` is `repeating`.
        case percentageRepeating(Polar.CheckoutDiscountPercentageRepeatDuration)

        /// `type` is `percentage`.
        case percentage(Polar.CheckoutDiscountPercentageOnceForeverDuration)

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

        init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
            let type = try reader.tag("type", json)
            let duration = try reader.tag("duration", json)
            if type == "fixed", duration == "repeating" {
                self = .fixedRepeating(try Polar.CheckoutDiscountFixedRepeatDuration(from: &reader, json))
            } else if type == "fixed" {
                self = .fixed(try Polar.CheckoutDiscountFixedOnceForeverDuration(from: &reader, json))
            } else if type == "percentage", duration == "repeating" {
                self = .percentageRepeating(try Polar.CheckoutDiscountPercentageRepeatDuration(from: &reader, json))
            } else if type == "percentage" {
                self = .percentage(try Polar.CheckoutDiscountPercentageOnceForeverDuration(from: &reader, json))
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
