import Metrics
import PrometheusMetrics
import Testing

struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry(buckets: ["sizes": [2, 1]], defaultBuckets: [0.5, 1])

    private func counter(_ label: String, _ dimensions: [(String, String)] = []) -> Counter {
        Counter(label: label, dimensions: dimensions, factory: registry)
    }

    // MARK: Series

    @Test func `gives one series for the same dimensions in any order`() {
        let first = registry.makeCounter(label: "a", dimensions: [("x", "1"), ("y", "2")])
        let second = registry.makeCounter(label: "a", dimensions: [("y", "2"), ("x", "1")])
        #expect(first === second)
        #expect(first !== registry.makeCounter(label: "a", dimensions: [("x", "2"), ("y", "1")]))
    }

    @Test func `has each series from the start`() {
        _ = counter("a_total", [("x", "1")])
        _ = Meter(label: "b", factory: registry)
        #expect(registry.text().samples == [#"a_total{x="1"} 0"#, "b 0"])
    }

    @Test func `keeps a series that one of its users destroys`() {
        let (first, second) = (counter("a"), counter("a"))
        first.destroy()
        second.increment()
        #expect(registry.text().samples == ["a 1"])
    }

    @Test func `takes an empty value for no label`() {
        counter("a", [("x", "")]).increment()
        counter("a").increment()
        #expect(registry.text().samples == ["a 2"])
    }

    @Test func `writes one of the values of a dimension that is given twice`() {
        counter("a", [("x", "2"), ("x", "1")]).increment()
        counter("a", [("x", "1"), ("x", "2")]).increment()
        #expect(registry.text().samples == [#"a{x="1"} 2"#])
    }

    @Test func `gives another name to dimensions that are called like labels of the format`() {
        Recorder(label: "sizes", dimensions: [("le", "x")], factory: registry).record(1)
        counter("a", [("quantile", "x")]).increment()
        let samples = registry.text().samples
        #expect(samples.contains(#"sizes_bucket{exported_le="x",le="1"} 1"#))
        #expect(samples.contains(#"a{exported_quantile="x"} 1"#))
    }

    // MARK: Counters

    @Test func `counts whole numbers and fractions together`() {
        counter("a").increment(by: 2)
        FloatingPointCounter(label: "a", factory: registry).increment(by: 0.25)
        #expect(registry.text().samples == ["a 2.25"])
        counter("a").reset()
        #expect(registry.text().samples == ["a 0"])
    }

    @Test func `ignores amounts that would make a counter go down or lose its value`() {
        counter("a").increment(by: Int64.min)
        for amount in [-1, -0.0, .nan, .infinity, -.infinity] {
            FloatingPointCounter(label: "a", factory: registry).increment(by: amount)
        }
        #expect(registry.text().samples == ["a 0"])
    }

    @Test func `starts a counter anew where the number has no more room`() {
        for _ in 0..<3 { counter("a").increment(by: Int64.max) }
        #expect(registry.text().samples == ["a 9223372036854775805"])
    }

    // MARK: Gauges

    @Test func `sets and changes a gauge`() {
        let meter = Meter(label: "a", factory: registry)
        meter.set(5)
        meter.increment(by: 2.5)
        meter.decrement(by: 10)
        #expect(registry.text().samples == ["a -2.5"])
        Gauge(label: "a", factory: registry).record(7)
        #expect(registry.text().samples == ["a 7"])
    }

    @Test(arguments: [-1, 0, .nan, .infinity]) func `ignores a change by no positive amount`(amount: Double) {
        let meter = registry.makeMeter(label: "a", dimensions: [])
        meter.increment(by: amount)
        meter.decrement(by: amount)
        #expect(registry.text().samples == ["a 0"])
    }

    // MARK: Kinds

    @Test func `keeps the first kind of a label, and ignores what a second kind records`() {
        counter("a").increment()
        Meter(label: "a", factory: registry).set(5)
        Gauge(label: "a", factory: registry).record(5)
        Recorder(label: "a", factory: registry).record(5)
        Timer(label: "a", factory: registry).recordSeconds(5)
        registry.collect("a", kind: .gauge) { 5 }
        #expect(registry.text() == "# TYPE a counter\na 1\n")
    }

    @Test func `ignores a counter and a floating-point counter whose label is a gauge`() {
        Meter(label: "a", factory: registry).set(1)
        counter("a").increment()
        FloatingPointCounter(label: "a", factory: registry).increment()
        #expect(registry.text() == "# TYPE a gauge\na 1\n")
    }

    @Test(arguments: ["", "_bucket", "_sum", "_count"])
    func `lets no other family have the names of a histogram's samples`(suffix: String) {
        _ = Timer(label: "first", factory: registry)
        counter("first" + suffix).increment()
        counter("second" + suffix).increment()
        Timer(label: "second", factory: registry).recordSeconds(1)
        let text = registry.text()
        #expect(!text.contains("# TYPE first\(suffix) counter"))
        #expect(!text.contains("# TYPE second histogram"))
    }

    // MARK: Collectors

    @Test func `reads collected values when the page is written`() {
        let registry = registry
        registry.collect("made") { [weak registry] in
            // A collector may use the registry itself.
            registry.map { Counter(label: "asked_total", factory: $0).increment() }
            return 2
        }
        #expect(registry.text().samples == ["made 2"])
        #expect(registry.text().samples == ["asked_total 1", "made 2"])
    }

    @Test func `writes neither a sample nor a header for a value that is not known`() {
        registry.collect("a", help: "Help.") { nil }
        registry.collect("b", help: "Help.") { [] }
        #expect(registry.text().isEmpty)
    }

    @Test func `writes labels once, and of a series before a collector's sample`() {
        Meter(label: "a", dimensions: [("x", "1")], factory: registry).set(1)
        registry.collect("a") { [MetricSample(2, labels: [("x", "1")]), MetricSample(3, labels: [("x", "2")])] }
        registry.collect("a", labels: [("x", "2")]) { 4 }
        #expect(registry.text().samples == [#"a{x="1"} 1"#, #"a{x="2"} 3"#])
    }
}
