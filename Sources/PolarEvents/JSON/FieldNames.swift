/// The names of an object's fields, in the order in which Polar writes them.
final class FieldNames: Sendable, ExpressibleByArrayLiteral {
    private let names: [StaticString]

    /// A hash table with open addressing: the fields by ``hash(_:_:)``, -1 where a slot is empty.
    private let slots: [Int]

    /// The number of bytes of the longest name.
    private let longest: Int

    init(arrayLiteral names: StaticString...) {
        var slots = [Int](repeating: -1, count: 4)
        while slots.count < 2 * names.count { slots += slots }
        for (field, name) in names.enumerated() {
            var slot = name.withUTF8Buffer { Self.hash($0.span.bytes, 0..<$0.count) } & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = field
        }
        self.names = names
        longest = names.map(\.utf8CodeUnitCount).max() ?? 0
        self.slots = slots
    }

    /// Where the field's name and its closing quotation mark end, if they stand at `offset`.
    @inline(__always)
    func end(of field: Int, at offset: Int, in document: RawSpan) -> Int? {
        guard field < names.count, document.has(names[field], at: offset) else { return nil }
        let end = offset + names[field].utf8CodeUnitCount
        return document.byte(at: end) == UInt8(ascii: "\"") ? end + 1 : nil
    }

    /// The field with this name; -1 when there is none.
    func index(of name: JSONScanner.Text, in document: RawSpan) -> Int {
        if name.hasEscapes { return index(ofEscaped: name, in: document) }
        var slot = Self.hash(document, name.range) & (slots.count - 1)
        while slots[slot] >= 0, !name.equals(names[slots[slot]], in: document) { slot = (slot + 1) & (slots.count - 1) }
        return slots[slot]
    }

    /// Looks a name up that is unescaped first; one that is longer than every field is none of them.
    @inline(never)
    private func index(ofEscaped name: JSONScanner.Text, in document: RawSpan) -> Int {
        withUnsafeTemporaryAllocation(byteCount: longest, alignment: 1) { buffer in
            let (read, written) = JSONText.unescape(document.extracting(name.range), into: buffer)
            guard read == name.range.count else { return -1 }
            let plain = JSONScanner.Text(range: 0..<written, hasEscapes: false)
            return index(of: plain, in: UnsafeRawBufferPointer(rebasing: buffer[..<written]).bytes)
        }
    }

    /// Mixes the length and the last eight bytes: names of one object mostly begin alike and end differently.
    @inline(__always)
    private static func hash(_ document: RawSpan, _ range: Range<Int>) -> Int {
        var word = UInt64(truncatingIfNeeded: range.count)
        if range.count >= 8, let end = document.word(at: range.upperBound - 8) {
            word ^= end
        } else {
            for offset in range { word = word << 8 ^ UInt64(document.uncheckedByte(at: offset)) }
        }
        return Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}

/// Where the walk through an object's fields stands.
struct FieldCursor {
    /// Where the object starts in the document.
    let start: Int

    /// The walk through its members.
    var object: JSONScanner.Container

    /// The field that is expected next.
    var next = 0

    init(start: Int, object: JSONScanner.Container) {
        self.start = start
        self.object = object
    }

    /// The value of a field that every object of this kind must have.
    func require<Value>(_ value: Value?, _ name: StaticString) throws(JSONError) -> Value {
        guard let value else { throw JSONError(missing: name, at: start) }
        return value
    }
}
