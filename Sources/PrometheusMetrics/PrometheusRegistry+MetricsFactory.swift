public import CoreMetrics

extension PrometheusRegistry {
    /// The counter of this label and these dimensions.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// The counter of this label and these dimensions; it counts whole numbers and fractions together.
    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        counter(label, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// The gauge of this label and these dimensions.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// The histogram of this label and these dimensions, or the gauge when nothing is to be aggregated.
    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        let series: (any RecorderHandler)? = aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
        return series ?? NOOPMetricsHandler.instance
    }

    /// The histogram of this label and these dimensions, in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// Does nothing: others may use the same series.
    public func destroyCounter(_ handler: any CounterHandler) {}

    /// Does nothing: others may use the same series.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

    /// Does nothing: others may use the same series.
    public func destroyMeter(_ handler: any MeterHandler) {}

    /// Does nothing: others may use the same series.
    public func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Does nothing: others may use the same series.
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterSeries? {
        series(label, dimensions, .counter) { CounterSeries() }
    }

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeSeries? {
        series(label, dimensions, .gauge) { GaugeSeries() }
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries? {
        series(label, dimensions, .histogram) { HistogramSeries(bounds: bounds(of: label)) }
    }
}
