import Glibc

/// The fields of `/proc/self/stat` that the metrics need; proc_pid_stat(5) names and numbers them.
struct ProcessStatistics: Equatable, Sendable {
    private let processorTicks: Double
    private let startTicks: Double
    private let residentPages: Double
    /// The size of the address space.
    let virtualBytes: Double

    /// Nil when a field is missing or is no number.
    init?(_ line: [UInt8]) {
        // The second field, the command's name, may hold anything, also spaces and parentheses.
        guard let end = line.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = line[end...].dropFirst().split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        func number(_ field: Int) -> Double? {
            fields.dropFirst(field - 3).first.flatMap { UInt64(String(decoding: $0, as: UTF8.self)) }.map { Double($0) }
        }
        guard let user = number(14), let system = number(15), let start = number(22) else { return nil }
        guard let virtual = number(23), let resident = number(24) else { return nil }
        (processorTicks, startTicks, virtualBytes, residentPages) = (user + system, start, virtual, resident)
    }

    /// The time that processors spent on the process and for it.
    var processorSeconds: Double? {
        Self.setting(_SC_CLK_TCK).map { processorTicks / $0 }
    }

    /// The time from the start of the system to that of the process.
    var startSeconds: Double? {
        Self.setting(_SC_CLK_TCK).map { startTicks / $0 }
    }

    /// The memory in RAM.
    var residentBytes: Double? {
        Self.setting(_SC_PAGESIZE).map { residentPages * $0 }
    }

    private static func setting(_ name: some FixedWidthInteger) -> Double? {
        let value = sysconf(Int32(clamping: name))
        return value > 0 ? Double(value) : nil
    }
}
