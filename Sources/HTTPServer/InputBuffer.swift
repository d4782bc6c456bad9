import Glibc

/// The bytes a connection has received and not used up; it comes from a loop's pool and goes back there when empty.
///
/// The server's budget pays for the part beyond ``standardCapacity`` until the buffer is freed, however its request ends.
final class InputBuffer {
    /// The size of a pooled buffer.
    static let standardCapacity = 16_384

    /// From this size on the storage is mapped, so that it goes back to the system at once; free(3) can keep the memory of
    /// many long requests for the process.
    private static let mappedCapacity = 131_072

    /// The most bytes of one read, so that a fast client leaves others their share of the loop.
    private static let readLimit = 65_536

    /// Pays for what is larger than a pooled buffer.
    private let budget: InputBudget

    private var storage: UnsafeMutableRawBufferPointer

    /// The offset of the first byte in use.
    private var start = 0

    /// The offset behind the last byte in use.
    private var end = 0

    init(budget: InputBudget = .unlimited) {
        self.budget = budget
        storage = .allocate(byteCount: Self.standardCapacity, alignment: 16)
    }

    deinit {
        budget.giveBack(capacity - Self.standardCapacity)
        Self.deallocate(storage)
    }

    var count: Int { end - start }
    var isEmpty: Bool { start == end }
    var isFull: Bool { end == storage.count }
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

    /// Sees to it that there is room for more bytes; false when the budget has none left.
    ///
    /// Moves the bytes to the start when at least half of the storage is free, else doubles it, so that each byte is
    /// copied a bounded number of times.
    ///
    /// - Parameter most: how many bytes are ever needed; the storage does not grow beyond it.
    func makeRoom(upTo most: Int = .max) -> Bool {
        guard isFull else { return true }
        if start >= storage.count / 2 {
            storage.copyMemory(from: bytesInUse)
        } else {
            let size = max(storage.count + Self.standardCapacity, min(most, storage.count * 2))
            guard budget.take(size - storage.count) else { return false }
            guard let larger = Self.allocate(size) else {
                budget.giveBack(size - storage.count)
                return false
            }
            moveBytes(to: larger)
            return true
        }
        end -= start
        start = 0
        return true
    }

    /// Gives up the storage of a long request when the rest of the bytes fits a pooled buffer.
    func shrink() {
        guard capacity > Self.standardCapacity, count <= Self.standardCapacity else { return }
        guard let smaller = Self.allocate(Self.standardCapacity) else { return }
        budget.giveBack(capacity - Self.standardCapacity)
        moveBytes(to: smaller)
    }

    /// Reads once into the room that ``makeRoom(upTo:)`` has made; returns the result of `read`, which is like read(2).
    func fill(_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
        let free = UnsafeMutableRawBufferPointer(rebasing: storage[end...].prefix(Self.readLimit))
        // Reading into nothing would look like the end of the connection.
        guard !free.isEmpty else {
            errno = ENOBUFS
            return -1
        }
        while true {
            let result = read(free)
            if result > 0 { end += min(result, free.count) }
            guard result < 0, errno == EINTR else { return result }
        }
    }

    /// Calls `body` with the bytes in use.
    func withBytes<Value, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Value) throws(Failure) -> Value {
        try body(bytesInUse.bytes)
    }

    private var bytesInUse: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: storage[start..<end]) }

    private func moveBytes(to new: UnsafeMutableRawBufferPointer) {
        new.copyMemory(from: bytesInUse)
        Self.deallocate(storage)
        storage = new
        end -= start
        start = 0
    }

    /// Nil when the system has no memory.
    private static func allocate(_ size: Int) -> UnsafeMutableRawBufferPointer? {
        guard size >= mappedCapacity else { return .allocate(byteCount: size, alignment: 16) }
        let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let pages, Int(bitPattern: pages) != -1 else { return nil }
        return UnsafeMutableRawBufferPointer(start: pages, count: size)
    }

    private static func deallocate(_ storage: UnsafeMutableRawBufferPointer) {
        if storage.count >= mappedCapacity { munmap(storage.baseAddress, storage.count) } else { storage.deallocate() }
    }
}
