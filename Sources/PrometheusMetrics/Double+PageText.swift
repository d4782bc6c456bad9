extension Double {
    /// The number as the text format wants it; a whole number has neither a point nor an exponent.
    var pageText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self > 0 ? "+Inf" : "-Inf" }
        return Int64(exactly: self).map(String.init) ?? description
    }
}
