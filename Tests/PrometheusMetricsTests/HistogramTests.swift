import Metrics
import PrometheusMetrics
import Testing

struct HistogramTests {
    private let registry = PrometheusRegistry(
        buckets: ["sizes": [10, .nan, 1, 10, .infinity], "open": []],
        defaultBuckets: [0.001, 0.5]
    )

    private func record(_ values: [Double], label: String = "sizes") -> [String] {
        let recorder = Recorder(label: label, factory: registry)
        for value in values { recorder.record(value) }
        return registry.text().samples
    }

    @Test func `counts a value at a bound below it, and the next larger one above`() {
        #expect(
            record([1, 1.0.nextUp, 10, 10.0.nextUp]) == [
                #"sizes_bucket{le="1"} 1"#, #"sizes_bucket{le="10"} 3"#, #"sizes_bucket{le="+Inf"} 4"#,
                "sizes_sum 22", "sizes_count 4",
            ]
        )
    }

    @Test func `has one bucket when no bounds are given`() {
        #expect(record([3], label: "open") == [#"open_bucket{le="+Inf"} 1"#, "open_sum 3", "open_count 1"])
    }

    @Test func `ignores values that would spoil the sum`() {
        #expect(record([.nan, .infinity, -.infinity, -1]).suffix(2) == ["sizes_sum -1", "sizes_count 1"])
    }

    @Test func `shows what a timer recorded in seconds`() {
        let timer = Timer(label: "took_seconds", preferredDisplayUnit: .milliseconds, factory: registry)
        timer.record(duration: .milliseconds(1))
        timer.record(duration: .nanoseconds(1_000_001))
        timer.record(duration: .seconds(2))
        #expect(
            registry.text().samples == [
                #"took_seconds_bucket{le="0.001"} 1"#, #"took_seconds_bucket{le="0.5"} 2"#,
                #"took_seconds_bucket{le="+Inf"} 3"#, "took_seconds_sum 2.002000001", "took_seconds_count 3",
            ]
        )
    }

    @Test func `takes a duration below zero for none, and bears the longest`() {
        let timer = registry.makeTimer(label: "took_seconds", dimensions: [])
        timer.recordNanoseconds(.min)
        timer.recordNanoseconds(.max)
        let samples = registry.text().samples
        #expect(samples.first == #"took_seconds_bucket{le="0.001"} 1"#)
        #expect(samples.suffix(2) == ["took_seconds_sum 9223372036.854776", "took_seconds_count 2"])
    }
}
