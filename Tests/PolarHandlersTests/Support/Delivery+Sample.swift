import Logging
import PolarReceiver

extension Delivery {
    /// A delivery whose body is what no program would write again: unusual white space, escapes, numbers.
    static func sample(
        _ id: String = "5f1d7a3e-9c7b-4e0a-8f5d-2b6c1a0e4d3f",
        headers: [MessageHeader] = [],
        attempt: Int = 1,
        generation: Int = 0,
        time: Duration = .seconds(300),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> Delivery {
        Delivery(
            of: WebhookEvent(id: id, body: sampleBody),
            to: "shop",
            headers: headers,
            attempt: attempt,
            generation: generation,
            deadline: .now + time,
            logger: logger
        )
    }

    static let sampleBody = Array(
        #"{ "type":"order.paid",  "api_version":"2026-10","data":{"name":"Zo\u00eb ü 🐻‍❄️","n":1.50e+3,"n":0}}"#.utf8 + [
            10
        ]
    )
}
