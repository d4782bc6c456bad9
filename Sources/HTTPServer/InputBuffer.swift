import Glibc

/// The bytes a connection has received and not used up; it comes from a loop's pool and goes back there when empty.
final class InputBuffer {
    /// The size of a pooled buffer.
    static let standardCapacity = 16_384

    private(set) var storage: UnsafeMutableRawBufferPointer

    /// The offset of the first byte in use.
    private(set) var start = 0

    /// The offset behind the last byte in use.
    private(set) var end = 0

    init() {
        storage = .allocate(byteCount: Self.standardCapacity, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    var count: Int { end - start }
    var isEmpty: Bool { start == end }
    var freeCount: Int { storage.count - end }
    var isStandard: Bool { storage.count == Self.standardCapacity }

    /// Gives the first `length` bytes up.
    func consume(_ length: Int) {
        start = min(end, start + max(0, length))
        if start == end {
            start = 0
            end = 0
        }
    }

    /// Makes room so that `count` bytes from the start of use fit, moving or growing at most once.
    func reserve(_ count: Int) {
        guard storage.count - start < count else { return }
        if storage.count >= count {
            storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
            storage.deallocate()
            storage = larger
        }
        end -= start
        start = 0
    }

    /// Reads once from a socket into the free room; returns what read(2) says.
    func fill(from descriptor: Int32) -> Int {
        while true {
            let result = read(descriptor, storage.baseAddress.map { $0 + end }, freeCount)
            if result > 0 { end += result }
            guard result < 0, errno == EINTR else { return result }
        }
    }

    /// Calls `body` with the bytes in use.
    func withBytes<Value, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Value) throws(Failure) -> Value {
        try body(UnsafeRawBufferPointer(rebasing: storage[start..<end]).bytes)
    }
}
