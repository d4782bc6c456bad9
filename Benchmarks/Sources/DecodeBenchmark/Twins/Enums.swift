// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

import PolarEvents

extension Polar.BenefitVisibility: @retroactive Codable {}
extension Polar.CustomerCancellationReason: @retroactive Codable {}
extension Polar.CustomerType: @retroactive Codable {}
extension Polar.DiscountDuration: @retroactive Codable {}
extension Polar.DiscountType: @retroactive Codable {}
extension Polar.FilterConjunction: @retroactive Codable {}
extension Polar.FilterOperator: @retroactive Codable {}
extension Polar.GitHubRepositoryPermission: @retroactive Codable {}
extension Polar.LicenseKeyTimeframe: @retroactive Codable {}
extension Polar.MeterUnit: @retroactive Codable {}
extension Polar.OrderBillingReason: @retroactive Codable {}
extension Polar.OrderStatus: @retroactive Codable {}
extension Polar.ProductPriceSource: @retroactive Codable {}
extension Polar.ProductVisibility: @retroactive Codable {}
extension Polar.PropertyAggregationFunc: @retroactive Codable {}
extension Polar.RecurringInterval: @retroactive Codable {}
extension Polar.SeatTierType: @retroactive Codable {}
extension Polar.SubscriptionStatus: @retroactive Codable {}
extension Polar.TaxBehaviorOption: @retroactive Codable {}
extension Polar.TaxIDFormat: @retroactive Codable {}
extension Polar.TierType: @retroactive Codable {}
extension Polar.TrialInterval: @retroactive Codable {}
