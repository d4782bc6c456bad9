import Glibc

/// Reads what `/proc` says about this process.
struct ProcessFiles: Sendable {
    let directory: String

    /// Whether the system has the files at all.
    var exist: Bool {
        access("\(directory)/self/stat", R_OK) == 0
    }

    var statistics: ProcessStatistics? {
        read("self/stat").flatMap(ProcessStatistics.init)
    }

    /// When the process started, in seconds since 1970.
    var startTime: Double? {
        guard let system = systemStartTime, let process = statistics?.startSeconds else { return nil }
        return system + process
    }

    /// Without the descriptor that counting needs itself.
    var openDescriptors: Double? {
        guard let entries = opendir("\(directory)/self/fd") else { return nil }
        defer { closedir(entries) }
        var count = 0
        while let entry = readdir(entries) {
            if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
        }
        return Double(max(0, count - 1))
    }

    private var systemStartTime: Double? {
        let prefix = Array("btime ".utf8)
        let line = read("stat")?.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: prefix) }
        return line.flatMap { UInt64(String(decoding: $0.dropFirst(prefix.count), as: UTF8.self)) }.map { Double($0) }
    }

    private func read(_ name: String) -> [UInt8]? {
        let descriptor = open("\(directory)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var content: [UInt8] = []
        while let part = Self.part(descriptor), content.count < 1 << 20 {
            guard !part.isEmpty else { return content }
            content += part
        }
        return nil
    }

    /// The next bytes; none at the end, and nil when reading fails.
    private static func part(_ descriptor: Int32) -> ArraySlice<UInt8>? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count < 0 ? nil : buffer.prefix(count)
    }
}
