/// A checkout session at one moment of its life.
struct CheckoutSample: Sendable {
    let id: String
    var status = "open"
    let product: ProductSample
    let price: PriceSample
    let amount: Int
    var customer: CustomerSample?
    var discount: DiscountSample?
    var discountAmount = 0
    var taxAmount: Int?
    var trialDays: Int?
    var trialEnd: String?
    var seats: Int?
    let createdAt: String
    var modifiedAt: String?
    let expiresAt: String
    var customFieldData: JSONText = "{}"

    private var netAmount: Int { amount - discountAmount }
    private var isFinished: Bool { status == "succeeded" }
    private var clientSecret: String { "polar_c_Example\(id.prefix(8))" }

    var data: JSONText {
        """
        {
            "id": \(id),
            "created_at": \(createdAt),
            "modified_at": \(modifiedAt),
            "expires_at": \(expiresAt),
            "status": \(status),
            \(sessionMembers),
            \(amountMembers),
            \(paymentMembers),
            \(productMembers),
            \(customerMembers)
        }
        """
    }

    private var sessionMembers: JSONText {
        """
        "client_secret": \(clientSecret),
        "url": \("https://polar.sh/checkout/\(clientSecret)"),
        "success_url": "https://example.com/danke?checkout_id={CHECKOUT_ID}",
        "return_url": "https://example.com/preise",
        "embed_origin": null,
        "locale": "de",
        "metadata": {"referrer": "blog/zoës-notizen", "visit": 7300000000, "ratio": 10.0, "ab_test": true},
        "organization_id": \(SampleID.organization)
        """
    }

    private var amountMembers: JSONText {
        """
        "amount": \(amount),
        "discount_amount": \(discountAmount),
        "net_amount": \(netAmount),
        "subtotal_amount": \(netAmount),
        "tax_amount": \(taxAmount),
        "tax_behavior": \(taxAmount == nil ? nil : "exclusive"),
        "total_amount": \(netAmount + (taxAmount ?? 0)),
        "currency": "eur",
        "allow_trial": true,
        "active_trial_interval": \(trialDays == nil ? nil : "day"),
        "active_trial_interval_count": \(trialDays),
        "trial_interval": null,
        "trial_interval_count": null,
        "trial_end": \(trialEnd)
        """
    }

    private var paymentMembers: JSONText {
        """
        "payment_processor": "stripe",
        "payment_processor_metadata": {"publishable_key": "pk_example"},
        "payment_method_type": \(isFinished ? "card" : nil),
        "is_discount_applicable": \(price.amountType != "custom"),
        "is_free_product_price": false,
        "is_payment_required": true,
        "is_payment_setup_required": \(product.recurringInterval != nil),
        "is_payment_form_required": true
        """
    }

    private var productMembers: JSONText {
        """
        "product_id": \(product.id),
        "product": \(product.checkoutData),
        "product_price_id": \(price.id),
        "product_price": \(price.data),
        "products": [\(product.checkoutData)],
        "prices": {\(product.id): \(product.prices.map(\.data))},
        "attached_custom_fields": \(product.customFields),
        "custom_field_data": \(customFieldData),
        "seats": \(seats),
        "min_seats": \(seats == nil ? nil : 1),
        "max_seats": null,
        "units": null,
        "min_units": null,
        "max_units": null,
        "allow_discount_codes": true,
        "discount_id": \(discount?.id),
        "discount": \(discount?.checkoutData),
        "subscription_id": null
        """
    }

    private var customerMembers: JSONText {
        """
        "customer_id": \(customer?.id),
        "external_customer_id": \(customer?.externalID),
        "customer_external_id": \(customer?.externalID),
        "customer_name": \(customer?.name),
        "customer_email": \(customer?.email),
        "customer_ip_address": "203.0.113.42",
        "customer_billing_name": \(customer?.name),
        "customer_billing_address": \(customer?.billingAddress),
        "customer_tax_id": null,
        "customer_metadata": {"newsletter": true, "crm_account": 4294967296001, "source": "conférence"},
        "is_business_customer": false,
        "require_billing_address": false,
        "billing_address_fields": \(Self.billingAddressFields),
        "customer_billing_address_fields": {
            "country": true,
            "state": false,
            "city": false,
            "postal_code": false,
            "line1": false,
            "line2": false
        }
        """
    }

    private static let billingAddressFields: JSONText = """
        {
            "country": "required",
            "state": "disabled",
            "city": "disabled",
            "postal_code": "optional",
            "line1": "disabled",
            "line2": "disabled"
        }
        """
}

extension CheckoutSample {
    static let events = [
        SampleRecipe(type: "checkout.created") { opened.data },
        SampleRecipe(type: "checkout.updated") { succeeded.data },
        SampleRecipe(type: "checkout.expired") { expired.data },
    ]

    static let opened = CheckoutSample(
        id: SampleID.teamCheckout,
        product: .team,
        price: .seats,
        amount: 12000,
        discount: .education,
        discountAmount: 6000,
        seats: 12,
        createdAt: "2026-10-14T08:14:02.640010Z",
        expiresAt: "2026-10-14T09:14:02.639000Z"
    )

    static let succeeded = CheckoutSample(
        id: SampleID.proCheckout,
        status: "succeeded",
        product: .pro,
        price: .pro,
        amount: 1500,
        customer: .individual,
        discount: .welcome,
        discountAmount: 300,
        taxAmount: 228,
        trialDays: 14,
        trialEnd: "2026-10-28T08:16:45.302000Z",
        createdAt: "2026-10-14T08:14:30Z",
        modifiedAt: "2026-10-14T08:16:46.201000Z",
        expiresAt: "2026-10-14T09:14:30Z",
        customFieldData: #"{"nickname": "Zoë ✨", "beta_programme": true}"#
    )

    static let expired = CheckoutSample(
        id: SampleID.iconsCheckout,
        status: "expired",
        product: .icons,
        price: .icons,
        amount: 2900,
        createdAt: "2026-11-18T14:00:00.000000Z",
        modifiedAt: "2026-11-18T15:00:01.330000Z",
        expiresAt: "2026-11-18T15:00:00.000000Z"
    )
}
