import Testing

@testable import HTTPServer

struct TimingTests {
    @Test(arguments: [
        (Duration.seconds(2), Int64(2_000)),
        (.milliseconds(1_234), 1_234),
        (.nanoseconds(1), 1),
        (.zero, 1),
        (.seconds(-5), 1),
        (.seconds(Int64.min), 1),
        (.seconds(Int64.max), (1 << 40) * 1_000),
    ])
    func `counts whole milliseconds of a duration`(duration: Duration, milliseconds: Int64) {
        #expect(duration.milliseconds == milliseconds)
    }

    @Test(arguments: [
        (Duration.seconds(60), Int64(120)), (.seconds(10), 20), (.milliseconds(100), 10), (.milliseconds(1), 10),
    ])
    func `looks at the clock often, within bounds`(shortest: Duration, tick: Int64) {
        #expect(Timing(.local(bodyTimeout: shortest)).tick == tick)
    }
}
