// Generated from Schema/polar.json by `make models`. Do not edit.
// swift-format-ignore-file

/// An event of the group organization.
@nonexhaustive public indirect enum OrganizationEvent: Equatable, Sendable {
    /// `organization.updated`.
    case updated(Polar.Organization)

    /// A `benefit.…` event.
    case benefit(BenefitEvent)

    /// A `product.…` event.
    case product(ProductEvent)

    /// A `discount.…` event.
    case discount(DiscountEvent)
}
