extension Duration {
    /// Whole milliseconds, at least 1, at most what a timer can hold.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return max(1, min(max(0, seconds), 1 << 40) * 1_000 + attoseconds / 1_000_000_000_000_000)
    }
}
