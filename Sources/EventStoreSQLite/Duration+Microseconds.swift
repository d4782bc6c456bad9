extension Duration {
    /// Microseconds; what is outside the range becomes its end.
    var microseconds: Int64 {
        let value = (self / .microseconds(1)).rounded()
        return Int64(exactly: value) ?? (value < 0 ? .min : .max)
    }
}

extension Int64 {
    /// The difference; the end of the range where it is outside.
    func saturatingMinus(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other > 0 ? .min : .max) : difference
    }

    /// The sum; the end of the range where it is outside.
    func saturatingPlus(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}
