import Glibc

@testable import HTTPServer

/// Puts bytes into an input buffer as a socket would.
final class ByteSource {
    private let readEnd: Int32
    private let writeEnd: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TestClient.Failure(operation: "pipe", errno: errno) }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Delivers bytes that fit into a pipe.
    func deliver(_ bytes: some Sequence<UInt8>, to buffer: InputBuffer) throws {
        let bytes = Array(bytes)
        guard write(writeEnd, bytes, bytes.count) == bytes.count else {
            throw TestClient.Failure(operation: "write", errno: errno)
        }
        var missing = bytes.count
        while missing > 0 {
            guard buffer.makeRoom() else { throw TestClient.Failure(operation: "makeRoom", errno: ENOBUFS) }
            let count = buffer.fill { read(readEnd, $0.baseAddress, $0.count) }
            guard count > 0 else { throw TestClient.Failure(operation: "fill", errno: errno) }
            missing -= count
        }
    }
}

extension InputBuffer {
    func text(_ range: Range<Int>) -> String {
        withBytes { bytes in
            bytes.extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
        }
    }
}
