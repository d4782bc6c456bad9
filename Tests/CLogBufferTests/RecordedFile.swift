import CLogBuffer

/// An open file in memory, as SQLite knows files, that remembers what was done to it.
final class RecordedFile {
    enum Call: Equatable {
        case write(at: Int64, bytes: Int)
        case read, truncate, sync, size, close
    }

    let file: UnsafeMutablePointer<sqlite3_file>
    private(set) var calls: [Call] = []
    private(set) var content: [UInt8] = []

    /// What the next writes return.
    var writeResult = SQLITE_OK

    private let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)

    init() {
        // The methods find the object behind the file.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 2 * MemoryLayout<sqlite3_file>.stride, alignment: 8)
        file = memory.initializeMemory(as: sqlite3_file.self, to: sqlite3_file(pMethods: UnsafePointer(methods)))
        (memory + MemoryLayout<sqlite3_file>.stride).storeBytes(
            of: Unmanaged.passUnretained(self).toOpaque(),
            as: UnsafeMutableRawPointer.self
        )
        methods.initialize(to: Self.recording)
    }

    deinit {
        file.deallocate()
        methods.deallocate()
    }

    var hasItsOwnMethods: Bool { file.pointee.pMethods == UnsafePointer(methods) }

    // MARK: What SQLite does with a file

    func write(_ bytes: [UInt8], at offset: Int64) -> Int32 {
        bytes.withUnsafeBytes { file.pointee.pMethods.pointee.xWrite(file, $0.baseAddress, Int32($0.count), offset) }
    }

    func read() -> Int32 {
        var byte: UInt8 = 0
        return file.pointee.pMethods.pointee.xRead(file, &byte, 1, 0)
    }

    func truncate() -> Int32 { file.pointee.pMethods.pointee.xTruncate(file, 0) }

    func sync() -> Int32 { file.pointee.pMethods.pointee.xSync(file, SQLITE_SYNC_NORMAL) }

    func size() -> Int32 {
        var size: sqlite3_int64 = 0
        return file.pointee.pMethods.pointee.xFileSize(file, &size)
    }

    func close() -> Int32 { file.pointee.pMethods.pointee.xClose(file) }

    // MARK: What is remembered

    private static var recording: sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        methods.iVersion = 1
        methods.xWrite = { file, bytes, count, offset in
            RecordedFile.of(file).noteWrite(UnsafeRawBufferPointer(start: bytes, count: Int(count)), at: offset)
        }
        methods.xRead = { file, _, _, _ in RecordedFile.of(file).note(.read) }
        methods.xTruncate = { file, _ in RecordedFile.of(file).note(.truncate) }
        methods.xSync = { file, _ in RecordedFile.of(file).note(.sync) }
        methods.xFileSize = { file, _ in RecordedFile.of(file).note(.size) }
        methods.xClose = { file in RecordedFile.of(file).note(.close) }
        return methods
    }

    private static func of(_ file: UnsafeMutablePointer<sqlite3_file>!) -> RecordedFile {
        let place = UnsafeMutableRawPointer(file) + MemoryLayout<sqlite3_file>.stride
        return Unmanaged.fromOpaque(place.load(as: UnsafeMutableRawPointer.self)).takeUnretainedValue()
    }

    private func note(_ call: Call) -> Int32 {
        calls.append(call)
        return SQLITE_OK
    }

    private func noteWrite(_ bytes: UnsafeRawBufferPointer, at offset: Int64) -> Int32 {
        calls.append(.write(at: offset, bytes: bytes.count))
        guard writeResult == SQLITE_OK else { return writeResult }
        let end = Int(offset) + bytes.count
        content += [UInt8](repeating: 0, count: max(0, end - content.count))
        content.replaceSubrange(Int(offset)..<end, with: bytes)
        return SQLITE_OK
    }
}
