import Glibc

/// The bytes a connection has received and not used up; it comes from a loop's pool and goes back there when empty.
final class InputBuffer {
    /// The size of a pooled buffer.
    static let standardCapacity = 16_384

    /// The most bytes of one read, so that a fast client leaves others their share of the loop.
    private static let readLimit = 65_536

    private var storage: UnsafeMutableRawBufferPointer

    /// The offset of the first byte in use.
    private var start = 0

    /// The offset behind the last byte in use.
    private var end = 0

    init() {
        storage = .allocate(byteCount: Self.standardCapacity, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    var count: Int { end - start }
    var isEmpty: Bool { start == end }
    var capacity: Int { storage.count }

    /// Gives the first `length` bytes up.
    func consume(_ length: Int) {
        start = min(end, start + max(0, length))
        if start == end { clear() }
    }

    /// Gives everything up.
    func clear() {
        start = 0
        end = 0
    }

    /// Gives up what lies behind the first `length` bytes.
    func truncate(to length: Int) {
        end = min(end, start + max(0, length))
    }

    /// Moves the bytes in `range` to the lower `offset`; offsets count from the first byte in use.
    func move(_ range: Range<Int>, to offset: Int) {
        precondition(offset >= 0 && offset <= range.lowerBound && range.upperBound <= count)
        guard offset < range.lowerBound, !range.isEmpty else { return }
        let source = UnsafeRawBufferPointer(rebasing: storage[start + range.lowerBound..<start + range.upperBound])
        UnsafeMutableRawBufferPointer(rebasing: storage[(start + offset)...]).copyMemory(from: source)
    }

    /// Reads once, making room when there is none; returns what `read` does, which is like read(2).
    func fill(_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        if end == storage.count { makeRoom() }
        let free = UnsafeMutableRawBufferPointer(rebasing: storage[end...].prefix(Self.readLimit))
        while true {
            let result = read(free)
            if result > 0 { end += min(result, free.count) }
            guard result < 0, errno == EINTR else { return result }
        }
    }

    /// Calls `body` with the bytes in use.
    func withBytes<Value, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Value) throws(Failure) -> Value {
        try body(UnsafeRawBufferPointer(rebasing: storage[start..<end]).bytes)
    }

    /// Moves the bytes to the start when at least half of the storage is free, else doubles it, so that each byte is
    /// copied a bounded number of times.
    private func makeRoom() {
        let bytes = UnsafeRawBufferPointer(rebasing: storage[start..<end])
        if start >= storage.count / 2 {
            storage.copyMemory(from: bytes)
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: storage.count * 2, alignment: 16)
            larger.copyMemory(from: bytes)
            storage.deallocate()
            storage = larger
        }
        end -= start
        start = 0
    }
}
