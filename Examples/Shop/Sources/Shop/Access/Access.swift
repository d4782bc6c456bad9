public import PolarReceiver

/// Keeps a table of who may use what.
///
/// - A paid order gives access to its product, the end of a subscription takes it away.
/// - A benefit follows its grant.
public struct Access: ConfigurableHandlerModule {
    /// What the configuration calls it.
    public static let kind = "access"

    /// The name of its section.
    public let id: HandlerID

    private let table: AccessTable

    /// Makes the module of its section: `database` is the path of its file.
    public init(_ options: HandlerOptions) throws {
        self.init(id: options.id, table: AccessTable(path: options.text("database") ?? "data/access.db"))
    }

    init(id: HandlerID = "access", table: AccessTable) {
        self.id = id
        self.table = table
    }

    /// Names the events that change access.
    public func register(on events: inout EventRegistrar) {
        events.on(.orderPaid, perform: grantProduct)
        events.on(.subscriptionRevoked, perform: revokeProduct)
        events.on(.benefitGrant, perform: followGrant)
    }

    /// Opens the table, so that a wrong path stops the start and not the first event.
    public func start(logger: Logger) async throws {
        try await table.open()
    }

    /// Closes the table.
    public func stop() async {
        await table.close()
    }

    // MARK: Events

    private func grantProduct(_ order: Polar.Order, _ delivery: Delivery) async throws {
        // An order without a product is a fee; nothing is to be used for it.
        guard let product = order.productID else { return }
        try await set(.product(product), of: order.customerID, isGranted: true, delivery)
    }

    private func revokeProduct(_ subscription: Polar.Subscription, _ delivery: Delivery) async throws {
        try await set(.product(subscription.productID), of: subscription.customerID, isGranted: false, delivery)
    }

    private func followGrant(_ event: BenefitGrantEvent, _ delivery: Delivery) async throws {
        let grant = event.data
        guard let customer = grant.customerID, let benefit = grant.benefitID, let isGranted = grant.isGranted else {
            throw HandlerError.permanent("this version does not know the kind of benefit; replay it after an update")
        }
        try await set(.benefit(benefit), of: customer, isGranted: isGranted, delivery)
    }

    private func set(_ item: Item, of customer: String, isGranted: Bool, _ delivery: Delivery) async throws {
        let moment = delivery.event.timestamp ?? delivery.receivedAt
        let change = AccessChange(customer: customer, item: item, isGranted: isGranted, moment: moment)
        let outcome = try await table.apply(change, key: delivery.idempotencyKey)
        delivery.logger.info(
            "Access",
            metadata: ["item": "\(item)", "granted": "\(isGranted)", "outcome": "\(outcome)"]
        )
    }
}
