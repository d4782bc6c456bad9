extension String {
    /// The beginning of the text: at most `limit` bytes of UTF-8, cut between two scalars.
    ///
    /// A limit in characters bounds nothing, because one character may have megabytes of combining marks.
    package func prefix(utf8Count limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: max(0, limit))
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
