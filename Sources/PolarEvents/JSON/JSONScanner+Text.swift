extension JSONScanner {
    /// A string as it stands in a checked document.
    struct Text {
        /// The bytes between the quotation marks.
        let range: Range<Int>

        /// Whether some of them are escapes.
        let hasEscapes: Bool

        /// Whether it stands for exactly `text`.
        @inline(__always)
        func equals(_ text: StaticString, in document: RawSpan) -> Bool {
            if hasEscapes { return equalsUnescaped(text, in: document) }
            return range.count == text.utf8CodeUnitCount && document.has(text, at: range.lowerBound)
        }

        /// Compares a text with escapes without making a `String` of it: a body may have a million of such names.
        @inline(never)
        private func equalsUnescaped(_ text: StaticString, in document: RawSpan) -> Bool {
            let count = text.utf8CodeUnitCount
            return withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { buffer in
                let (read, written) = JSONText.unescape(document.extracting(range), into: buffer)
                let expected = UnsafeRawBufferPointer(start: text.utf8Start, count: count)
                return read == range.count && written == count && expected.elementsEqual(buffer)
            }
        }

        /// What it stands for.
        @inline(__always)
        func string(in document: RawSpan) -> String {
            let bytes = document.extracting(range)
            guard !hasEscapes else { return JSONText.unescaped(bytes) }
            return bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }

        /// The moment it names, nil when it names none.
        func timestamp(in document: RawSpan) -> Timestamp? {
            guard hasEscapes else { return Timestamp(document.extracting(range)) }
            return Timestamp(Array(string(in: document).utf8).span.bytes)
        }
    }
}
