import Glibc

/// The clocks of a loop: one that never jumps, for time-outs, and the date, for answers.
enum MonotonicTime {
    /// Milliseconds since some moment before the process started.
    static var milliseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// The date in Unix seconds.
    static var unixSecond: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        return Int64(time.tv_sec)
    }
}
