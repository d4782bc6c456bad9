import Testing

@testable import PolarEvents

/// Polar's unions and the tags that really tell their members apart; some are in no document of Polar's.
struct UnionTests {
    private func read<Value: JSONDecodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONReader.read(Array(text.utf8)) { (reader, json) throws(JSONError) in try Value(from: &reader, json) }
    }

    private static let price =
        #""id":"p","created_at":"2026-01-01T00:00:00Z","modified_at":null,"source":"catalog","#
        + #""price_currency":"usd","tax_behavior":null,"is_archived":false,"product_id":"q","price_amount":9007199254740993"#

    @Test func `legacy prices are told by the presence of their mark, not by their interval`() throws {
        let hidden = #","type":"recurring","recurring_interval":"month""#
        let plain = try read(Polar.ProductPrice.self, #"{"amount_type":"fixed",\#(Self.price)\#(hidden)}"#)
        guard case .fixed(let fixed) = plain else { return #expect(Bool(false), "\(plain)") }
        #expect(fixed.priceAmount == 9_007_199_254_740_993)
        #expect(fixed.rawJSON["recurring_interval"]?.text == "month")
        let legacy = try read(
            Polar.ProductPrice.self,
            #"{\#(Self.price)\#(hidden),"legacy":true,"amount_type":"fixed"}"#
        )
        guard case .legacyFixed(let old) = legacy else { return #expect(Bool(false), "\(legacy)") }
        #expect(old.recurringInterval == .month)
        #expect(legacy.id == "p")
    }

    private static let discount =
        #""id":"d","created_at":"2026-01-01T00:00:00Z","modified_at":null,"metadata":{},"#
        + #""name":"n","code":null,"starts_at":null,"ends_at":null,"max_redemptions":null,"redemptions_count":0,"#
        + #""organization_id":"o","max_redemptions_per_customer":null"#

    @Test func `discounts are told by type and duration together`() throws {
        func kind(_ type: String, _ duration: String) throws -> String {
            let own = type == "fixed" ? #""amount":1,"currency":"usd","amounts":{"usd":1}"# : #""basis_points":1"#
            let text =
                #"{\#(Self.discount),\#(own),"duration_in_months":3,"duration":"\#(duration)","type":"\#(type)"}"#
            return switch try read(Polar.DiscountBase.self, text) {
            case .fixed: "fixed"
            case .fixedRepeating: "fixed repeating"
            case .percentage: "percentage"
            case .percentageRepeating: "percentage repeating"
            case .unknown: "unknown"
            }
        }
        #expect(try kind("fixed", "once") == "fixed")
        #expect(try kind("fixed", "repeating") == "fixed repeating")
        #expect(try kind("percentage", "forever") == "percentage")
        #expect(try kind("percentage", "repeating") == "percentage repeating")
        #expect(try kind("percentage", "seasonal") == "percentage")
        #expect(try kind("points", "once") == "unknown")
    }

    @Test func `filters nest`() throws {
        let text =
            #"{"conjunction":"and","clauses":[{"property":"p","operator":"eq","value":1.0},"#
            + #"{"conjunction":"or","clauses":[{"clauses":[],"conjunction":"xor"},{"range":7},5]}]}"#
        let filter = try read(Polar.Filter.self, text)
        #expect(filter.clauses.count == 2)
        guard case .clause(let clause) = filter.clauses[0], case .filter(let inner) = filter.clauses[1] else {
            return #expect(Bool(false), "\(filter)")
        }
        #expect(clause.value == .number(try read(JSONNumber.self, "1.0")))
        #expect(inner.clauses.count == 3)
        #expect(inner.clauses[1] == .unknown(.object(["range": .number(JSONNumber(7))])))
        #expect(inner.clauses[2] == .unknown(.number(JSONNumber(5))))
    }

    @Test(arguments: ["discord", "meter_credit", "teleport"])
    func `properties of a granted benefit are told by the type beside them, wherever it stands`(type: String) throws {
        let rest =
            #""id":"g","created_at":"2026-01-01T00:00:00Z","modified_at":null,"benefit_metadata":{},"#
            + #""granted_at":"2026-01-01T00:00:00Z","benefit_id":"b""#
        for text in [
            #"{\#(rest),"properties":{"guild_id":"7"},"benefit_type":"\#(type)"}"#,
            #"{"benefit_type":"\#(type)",\#(rest),"properties":{"guild_id":"7"}}"#,
        ] {
            let grant = try read(Polar.CustomerStateBenefitGrant.self, text)
            switch (type, grant.properties) {
            case ("discord", .discord(let properties)): #expect(properties.guildID == "7")
            case ("meter_credit", .meterCredit(let properties)): #expect(properties.lastCreditedUnits == nil)
            case ("teleport", .unknown(let value)): #expect(value["guild_id"]?.text == "7")
            default: Issue.record("\(grant.properties)")
            }
        }
    }

    @Test func `null differs from absence where Polar means something by it`() throws {
        func account(_ text: String) throws -> Nullable<String>? {
            try read(Polar.BenefitGrantDiscordProperties.self, text).accountID
        }
        #expect(try account("{}") == nil)
        #expect(try account(#"{"account_id":null}"#) == .null)
        #expect(try account(#"{"account_id":"a"}"#) == .value("a"))
    }

    @Test func `the last of several tags counts`() throws {
        let value = try read(Polar.Customer.self, #"{"type":"individual","id":"x","type":"agency"}"#)
        #expect(value.id == "x")
        guard case .unknown = value else { return #expect(Bool(false), "\(value)") }
    }
}
