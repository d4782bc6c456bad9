extension NewPackage {
    /// The example of a handler module.
    static let module = """
        import PolarReceiver

        /// Has paid orders shipped.
        package struct Fulfilment: HandlerModule {
            /// It is stored with every delivery: keep it.
            package let id: HandlerID = "fulfilment"
            private let warehouse: any Warehouse

            package init(warehouse: any Warehouse = NoWarehouse()) {
                self.warehouse = warehouse
            }

            package func register(on events: inout EventRegistrar) {
                events.on(.orderPaid, perform: ship)
            }

            /// An error means "again later"; a permanent one makes the delivery a dead letter at once.
            private func ship(_ order: Polar.Order, _ delivery: Delivery) async throws {
                guard order.totalAmount > 0 else { throw HandlerError.permanent("free orders need no parcel") }
                // The key is the same in every attempt, so a second one sends no second parcel.
                try await warehouse.ship(order: order.id, key: delivery.idempotencyKey)
                delivery.logger.info("Shipped", metadata: ["order.id": "\\(order.id)"])
            }
        }

        """

    /// What the module acts on.
    static let warehouse = """
        /// Where parcels are packed.
        package protocol Warehouse: Sendable {
            /// Sends one parcel for a key, however often it is asked.
            func ship(order: String, key: String) async throws
        }

        /// Does nothing, until there is a warehouse of yours.
        package struct NoWarehouse: Warehouse {
            package init() {}

            package func ship(order: String, key: String) async throws {}
        }

        """
}
