import Metrics
import Testing

@testable import PrometheusMetrics

struct PageTests {
    @Test func `writes families by name, and their series by labels`() {
        let registry = PrometheusRegistry(
            help: ["messages_total": "Messages, by result.", "took_seconds": "Time of an attempt."],
            defaultBuckets: [0.25, 1]
        )
        Timer(label: "took_seconds", dimensions: [("handler", "mail")], factory: registry).record(duration: .seconds(1))
        for (result, count) in [("rejected", 2), ("accepted", 3_000_000)] {
            let counter = Counter(label: "messages_total", dimensions: [("result", result)], factory: registry)
            counter.increment(by: count)
        }
        Gauge(label: "expiry_timestamp_seconds", factory: registry).record(1_764_140_207)
        registry.collect("deliveries", help: "Deliveries, by state.") {
            ["running", "dead"].map { MetricSample(1, labels: [("state", $0)]) }
        }
        #expect(
            registry.text() == """
                # HELP deliveries Deliveries, by state.
                # TYPE deliveries gauge
                deliveries{state="dead"} 1
                deliveries{state="running"} 1
                # TYPE expiry_timestamp_seconds gauge
                expiry_timestamp_seconds 1764140207
                # HELP messages_total Messages, by result.
                # TYPE messages_total counter
                messages_total{result="accepted"} 3000000
                messages_total{result="rejected"} 2
                # HELP took_seconds Time of an attempt.
                # TYPE took_seconds histogram
                took_seconds_bucket{handler="mail",le="0.25"} 0
                took_seconds_bucket{handler="mail",le="1"} 1
                took_seconds_bucket{handler="mail",le="+Inf"} 1
                took_seconds_sum{handler="mail"} 1
                took_seconds_count{handler="mail"} 1

                """
        )
    }

    @Test func `appends to what is there`() {
        let registry = PrometheusRegistry()
        registry.collect("a") { 1 }
        var page = Array("# before\n".utf8)
        registry.write(into: &page)
        #expect(String(decoding: page, as: UTF8.self) == "# before\n# TYPE a gauge\na 1\n")
    }

    @Test func `escapes label values and help texts`() {
        let registry = PrometheusRegistry()
        registry.collect("a", help: "\"x\" \\ \n é", labels: [("x", "\"y\" \\ \n\r é")]) { 1 }
        let help = #"# HELP a "x" \\ \n é"# + "\n"
        let sample = #"a{x="\"y\" \\ \n"# + "\r é\"} 1\n"
        #expect(registry.text() == help + "# TYPE a gauge\n" + sample)
    }

    @Test(arguments: [
        ("a.b-c d", "a_b_c_d"), ("9a", "_9a"), ("", "_"), ("a:b", "a:b"), ("größe", "gr__e"), ("__a", "__a"),
    ])
    func `makes a name of any label`(label: String, name: String) {
        #expect(MetricName(label).text == name)
    }

    @Test(arguments: [
        ("a.b", "a_b"), ("9a", "_9a"), ("", "_"), ("a:b", "a_b"), ("__name__", "_name__"), ("___", "_"), ("é", "_"),
    ])
    func `makes a label name of any dimension`(dimension: String, name: String) {
        #expect(MetricName.label(dimension) == name)
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (1, "1"), (-17, "-17"), (1e15, "1000000000000000"), (1e18, "1000000000000000000"),
        (0.1, "0.1"), (2.5, "2.5"), (1e-7, "1e-07"), (1e300, "1e+300"),
        (.nan, "NaN"), (-.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"),
    ])
    func `writes a number as the format wants it`(number: Double, text: String) {
        #expect(number.pageText == text)
    }

    @Test func `names the version of the format`() {
        #expect(PrometheusRegistry.contentType == "text/plain; version=0.0.4; charset=utf-8")
    }
}
