/// A subscription at one moment of its life.
struct SubscriptionSample: Sendable {
    var id = SampleID.proSubscription
    var product = ProductSample.pro
    var prices = ProductSample.pro.prices
    var customer = CustomerSample.individual
    var discount: DiscountSample? = .welcome
    var checkoutID: String? = SampleID.proCheckout
    var meters: [JSONText] = [UsageSample.tokens.data]
    var pendingUpdate: JSONText?
    var customFieldData: JSONText = #"{"nickname": "Zoë ✨", "beta_programme": true}"#

    var status = "active"
    var amount = 1200
    var currency = "eur"
    var recurringInterval = "month"
    var seats: Int?
    var units: Int?

    var createdAt = "2026-10-14T08:16:45.310200Z"
    var modifiedAt: String? = "2026-10-28T08:16:50.442000Z"
    var startedAt = "2026-10-14T08:16:45.302000Z"
    var periodStart = "2026-10-28T08:16:45.302000Z"
    var periodEnd = "2026-11-28T08:16:45.302000Z"
    var trialStart: String? = "2026-10-14T08:16:45.302000Z"
    var trialEnd: String? = "2026-10-28T08:16:45.302000Z"

    var cancelsAtPeriodEnd = false
    var canceledAt: String?
    var endsAt: String?
    var endedAt: String?
    var cancellationReason: String?
    var cancellationComment: String?
    var pastDueAt: String?
    var pausedAt: String?
    var resumesAt: String?

    /// The whole subscription, as subscription events carry it.
    var data: JSONText {
        """
        {
            \(members),
            "customer": \(customer.data),
            "user": \(customer.user),
            "product": \(product.data),
            "discount": \(discount?.summary),
            "price_id": \(prices.first?.id),
            "price": \(prices.first?.data),
            "prices": \(prices.map(\.data)),
            "meters": \(meters),
            "pending_update": \(pendingUpdate),
            "custom_field_data": \(customFieldData)
        }
        """
    }

    /// The subscription inside an order.
    var summary: JSONText {
        "{\(members), \"price_id\": \(prices.first?.id)}"
    }

    private var members: JSONText {
        """
        "id": \(id),
        "created_at": \(createdAt),
        "modified_at": \(modifiedAt),
        "metadata": {"campaign": "frühling", "score": 10.0, "invoice_by_post": false, "import_batch": 20261014000017},
        "amount": \(amount),
        "currency": \(currency),
        "recurring_interval": \(recurringInterval),
        "recurring_interval_count": 1,
        "status": \(status),
        "seats": \(seats),
        "units": \(units),
        "customer_id": \(customer.id),
        "user_id": \(customer.id),
        "product_id": \(product.id),
        "discount_id": \(discount?.id),
        "checkout_id": \(checkoutID),
        \(periodMembers),
        \(endMembers)
        """
    }

    private var periodMembers: JSONText {
        """
        "started_at": \(startedAt),
        "current_period_start": \(periodStart),
        "current_period_end": \(periodEnd),
        "current_meter_period_start": \(periodStart),
        "current_meter_period_end": \(periodEnd),
        "trial_start": \(trialStart),
        "trial_end": \(trialEnd)
        """
    }

    private var endMembers: JSONText {
        """
        "cancel_at_period_end": \(cancelsAtPeriodEnd),
        "canceled_at": \(canceledAt),
        "ends_at": \(endsAt),
        "ended_at": \(endedAt),
        "customer_cancellation_reason": \(cancellationReason),
        "customer_cancellation_comment": \(cancellationComment),
        "past_due_at": \(pastDueAt),
        "pause_at_period_end": false,
        "paused_at": \(pausedAt),
        "resumes_at": \(resumesAt)
        """
    }
}
