extension NewPackage {
    /// The test of the example.
    static let test = """
        import Handlers
        import PolarReceiverTesting
        import Testing

        private struct WarehouseClosed: Error {}

        /// Is closed for the first calls.
        private actor FakeWarehouse: Warehouse {
            private(set) var parcels: [String: String] = [:]
            private var failures: Int

            init(failures: Int = 0) {
                self.failures = failures
            }

            func ship(order: String, key: String) throws {
                guard failures == 0 else {
                    failures -= 1
                    throw WarehouseClosed()
                }
                parcels[key] = order
            }
        }

        struct FulfilmentTests {
            @Test func `ships a paid order once, though the first two attempts fail`() async throws {
                let warehouse = FakeWarehouse(failures: 2)
                try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
                    let message = try await receiver.send(.sample(.orderPaid, id: "m1"))
                    try await receiver.settle()
                    let delivery = try await receiver.delivery(of: message)
                    #expect(delivery.state == .succeeded)
                    #expect(delivery.attempt == 3)
                }
                #expect(await warehouse.parcels.keys.sorted() == ["m1/fulfilment"])
            }

            @Test func `gives up on a free order`() async throws {
                let warehouse = FakeWarehouse()
                try await TestReceiver.run(Fulfilment(warehouse: warehouse)) { receiver in
                    let message = try await receiver.send(.sample(.orderPaid) { order in order.totalAmount = 0 })
                    let dead = try await receiver.wait(for: message, in: .dead)
                    #expect(dead.map(\\.lastError) == ["free orders need no parcel"])
                }
                #expect(await warehouse.parcels.isEmpty)
            }
        }

        """
}
