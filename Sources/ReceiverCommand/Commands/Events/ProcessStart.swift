import Foundation

/// When this process was started, to the hundredth of a second.
///
/// A command needs a moment until it can look into the inbox. What arrives in this time was not there when its user called it.
enum ProcessStart {
    /// Nil where the system does not tell.
    static let date: Date? = {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            // The name of the program comes before, in parentheses, and can hold blanks (proc_pid_stat(5)).
            let fields = text.split(separator: ")").last?.split(separator: " "),
            let ticks = fields.dropFirst(19).first.flatMap({ Double($0) })
        else { return nil }
        var now = timespec()
        guard clock_gettime(CLOCK_BOOTTIME, &now) == 0 else { return nil }
        let sinceBoot = Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
        return Date(timeIntervalSinceNow: ticks / Double(sysconf(Int32(_SC_CLK_TCK))) - sinceBoot)
    }()
}
