import Foundation
import MetricsTestKit
import PolarReceiver
import PolarReceiverTesting
import Testing

/// What the receiver refuses at the end of a head: these clients never send their bodies.
@Suite(.timeLimit(.minutes(5)))
struct EarlyRefusalTests {
    private static let framings = [
        "", "Content-Length: 0\r\n", "Content-Length: 5242880\r\n",
        "Content-Length: 5242880\r\nExpect: 100-continue\r\n",
        "Content-Length: 99999999999999999999\r\n", "Content-Length: x\r\n",
        "Content-Length: 1\r\nContent-Length: 1\r\n",
        "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: x\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
    ]
    private static let methods = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "post", "X"]

    @Test(arguments: methods + ["GET", "HEAD"])
    func `refuses another method on an endpoint, whatever is said about the body`(method: String) async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for (framing, slash) in zip(Self.framings, ["", "/"].repeated()) {
                let answer = try await client.send(method, "/webhooks/polar" + slash, fields: framing)
                #expect(answer.status == 405, "\(framing)")
                #expect(answer.fields["allow"] == "POST", "\(framing)")
                #expect(answer.body == (method == "HEAD" ? "" : #"{"error":"method_not_allowed"}"#))
            }
        }
    }

    @Test(arguments: methods + ["POST"])
    func `refuses another method on a health page, whatever is said about the body`(method: String) async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for (framing, path) in zip(Self.framings, ["/healthz", "/readyz"].repeated()) {
                let answer = try await client.send(method, path, fields: framing)
                #expect(answer.status == 405, "\(framing)")
                #expect(answer.fields["allow"] == "GET, HEAD", "\(framing)")
            }
        }
    }

    private static let bodies = framings.filter { $0.contains("5242880") || $0.contains(": chunked\r\n") }

    @Test func `refuses an unknown path before the body`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for method in Self.methods where method != "CONNECT" {
                for framing in Self.bodies where !framing.contains("3\r\n") {
                    let answer = try await client.send(method, "/nowhere", fields: framing)
                    #expect(answer.status == 404, "\(method) \(framing)")
                }
            }
        }
    }

    private static let spoilt: [(String, @Sendable (inout SignedMessage) -> Void)] = [
        (#"{"error":"missing_header","header":"webhook-id"}"#, { $0.headers = [] }),
        (#"{"error":"missing_header","header":"webhook-signature"}"#, { $0.headers.removeLast() }),
        (#"{"error":"malformed_header","header":"webhook-id"}"#, { $0.headers.append(("Webhook-Id", "b")) }),
        (#"{"error":"malformed_timestamp"}"#, { $0.headers[1].value = "soon" }),
        (#"{"error":"timestamp_too_old","skew_seconds":301}"#, { $0.headers[1].value = "1795427699" }),
        (#"{"error":"timestamp_too_new","skew_seconds":301}"#, { $0.headers[1].value = "1795428301" }),
    ]

    @Test(arguments: spoilt.indices)
    func `refuses a message before its body when the head says enough`(index: Int) async throws {
        let bench = try Bench([TestModule()])
        var message = try bench.signed("a")
        Self.spoilt[index].1(&message)
        try await bench.serve { client in
            for framing in Self.bodies where !framing.contains("3\r\n") {
                let answer = try await client.send("POST", "/webhooks/polar", fields: framing + message.fields)
                #expect(answer.status == 403, "\(framing)")
                #expect(answer.body == Self.spoilt[index].0, "\(framing)")
            }
        }
        #expect(bench.log.lines.filter { $0.level == .warning }.count == 1)
    }

    @Test func `asks to come again before the body while it drains`() async throws {
        let bench = try Bench([TestModule()])
        let fields = try bench.signed("a").fields
        try await bench.serve { client in
            bench.receiver.stop(grace: .seconds(1))
            let answer = try await client.send("POST", "/webhooks/polar", fields: fields + Self.framings[3])
            #expect(answer.status == 503)
            #expect(answer.fields["retry-after"] == "5")
        }
    }

    @Test(arguments: ["/webhooks/polar", "/nowhere"])
    func `says what is no HTTP before anything else`(path: String) async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for (fields, reason) in [
                ("", "length_required"), ("Content-Length: x\r\n", "invalid_content_length"),
                ("Content-Length: 5242881\r\n", "body_too_large"),
                ("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "ambiguous_length"),
            ] {
                let answer = try await client.send("POST", path, fields: fields)
                #expect(answer.body == #"{"error":"\#(reason)"}"#)
            }
        }
    }

    @Test func `asks for the body of a message that may verify`() async throws {
        let bench = try Bench([TestModule()])
        let message = try bench.signed("a")
        let fields = "Content-Length: \(message.body.count)\r\nExpect: 100-continue\r\n" + message.fields
        try await bench.serve { client in
            // Whoever sends a body at once is not asked for it.
            let answer = try await client.send("POST", "/webhooks/polar", fields: fields, body: message.body)
            #expect(answer.status == 202)
        }
    }

    @Test func `takes little with the request for a page`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.run {
            try await bench.serve { client in
                try await eventually { try await client.send("GET", "/healthz").status == 200 }
                let small = try await client.send(
                    "GET",
                    "/healthz",
                    fields: "Content-Length: 5\r\n",
                    body: Array("hello".utf8)
                )
                #expect(small.status == 200)
                #expect(try await client.send("GET", "/readyz", fields: "Content-Length: 20000\r\n").status == 413)
            }
        }
    }

    @Test func `counts what it refuses at the head like everything else`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            for path in ["/webhooks/polar", "/nowhere"] {
                _ = try await client.send("POST", path, fields: "Content-Length: 100\r\n")
            }
            _ = try await client.send("PUT", "/webhooks/polar", fields: "Content-Length: 100\r\n")
        }
        let requests = bench.metrics.counters(label: "polar_receiver_http_requests_total").filter { $0.totalValue > 0 }
        #expect(
            Set(requests.map { $0.dimensions.map(\.1).joined(separator: " ") }) == [
                "POST webhook 403", "POST _other 404", "_other webhook 405",
            ]
        )
    }
}

extension SignedMessage {
    fileprivate var fields: String { headers.map { "\($0): \($1)\r\n" }.joined() }
}

extension Array {
    /// The elements again and again.
    fileprivate func repeated() -> some Sequence<Element> {
        sequence(state: 0) { index in
            defer { index += 1 }
            return self[index % count]
        }
    }
}
