import PolarReceiver
import Testing

struct HealthTests {
    @Test func `is live and ready while it runs`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.run {
            try await bench.serve { client in
                try await eventually { try await client.send("GET", "/readyz").status == 200 }
                let live = try await client.send("GET", "/healthz/")
                #expect(live.status == 200)
                #expect(live.body == #"{"status":"ok","checks":{"dispatcher":"ok"}}"#)
                let ready = try await client.send("GET", "/readyz")
                #expect(ready.body == #"{"status":"ok","checks":{"dispatcher":"ok","store":"ok"}}"#)
                let head = try await client.send("HEAD", "/readyz")
                #expect(head.status == 200)
                #expect(head.body == "")
                #expect(head.fields["content-length"] == "\(ready.body.utf8.count)")
            }
        }
    }

    @Test func `is neither before the dispatcher runs`() async throws {
        let bench = try Bench([TestModule()])
        try await bench.serve { client in
            let live = try await client.send("GET", "/healthz")
            let ready = try await client.send("GET", "/readyz")
            #expect([live.status, ready.status] == [503, 503])
        }
    }

    @Test func `is live but not ready while the store fails`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["probe": 1]))
        try await bench.run {
            try await bench.serve { client in
                try await eventually { try await client.send("GET", "/healthz").status == 200 }
                let answer = try await client.send("GET", "/readyz")
                #expect(answer.status == 503)
                #expect(answer.body == #"{"status":"unavailable","checks":{"dispatcher":"ok","store":"disk_full"}}"#)
                try await eventually { try await client.send("GET", "/readyz").status == 200 }
            }
        }
    }

    @Test func `is ready because messages are stored, without a probe of the disk`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["probe": .max]))
        try await bench.run {
            try await bench.serve { client in
                var number = 0
                try await eventually {
                    number += 1
                    #expect(try await client.post(bench.signed("\(number)")).status == 202)
                    return try await client.send("GET", "/readyz").status == 200
                }
            }
        }
    }

    @Test func `is not ready while messages cannot be stored, though the disk takes a probe`() async throws {
        let bench = try Bench([TestModule()], store: FailingStore(["append": .max]))
        try await bench.run {
            try await bench.serve { client in
                try await eventually {
                    #expect(try await client.post(bench.signed("a")).status == 503)
                    return try await client.send("GET", "/readyz").body.contains(#""store":"disk_full""#)
                }
            }
        }
    }

    @Test func `answers whoever asks while it ends`() async throws {
        let store = LateStore()
        let bench = try Bench([], store: store)
        try await bench.serve { client in
            try await bench.run(grace: .zero) {
                try await eventually { try await client.send("GET", "/healthz").status == 200 }
                async let answer = client.send("GET", "/readyz")
                try await eventually { store.waiting.value.contains("probe") }
                bench.receiver.stop(grace: .zero)
                #expect(try await answer.status == 503)
            }
        }
    }

    @Test func `is not ready while it drains`() async throws {
        let (allowed, allow) = AsyncStream.makeStream(of: Void.self)
        let module = TestModule { _, _ in _ = await allowed.first { true } }
        let bench = try Bench([module])
        try await bench.append("a")
        async let running: Void = bench.receiver.run()
        try await bench.serve { client in
            try await eventually { module.attempts.count == 1 }
            bench.receiver.stop(grace: .seconds(60))
            let answer = try await client.send("GET", "/readyz")
            #expect(answer.status == 503)
            #expect(answer.body.contains(#""intake":"draining""#))
            allow.yield()
        }
        await running
    }
}
