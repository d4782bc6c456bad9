import Foundation

/// How many processors the control groups of this process may keep busy, see cgroups(7).
struct ProcessorQuota {
    private let root: String
    private let membership: String

    /// - Parameters:
    ///   - root: where the groups are.
    ///   - membership: the groups of the process, as in `/proc/self/cgroup`.
    init(
        root: String = "/sys/fs/cgroup",
        membership: String = (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
    ) {
        self.root = root
        self.membership = membership
    }

    /// The smallest quota of the groups and those around them, in whole processors; nil without one.
    var processorCount: Int? {
        membership.split(separator: "\n").flatMap { quotas(ofGroup: $0) }.min()
    }

    /// The quotas of a group, `number:controllers:path`, and of those around it.
    ///
    /// In a container the path can be that of the host, while only the container's own group is there, as the root.
    private func quotas(ofGroup line: Substring) -> [Int] {
        let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return [] }
        let controllers = parts[1].split(separator: ",")
        guard parts[0] == "0" || controllers.contains("cpu") else { return [] }
        let names = parts[2].split(separator: "/")
        let folders = (0...names.count).map { "/" + names.prefix($0).joined(separator: "/") }
        return folders.compactMap { folder in
            parts[0] == "0" ? unifiedQuota(root + folder) : legacyQuota("\(root)/\(parts[1])\(folder)")
        }
    }

    /// Version 2: quota and period in one file.
    private func unifiedQuota(_ folder: String) -> Int? {
        let numbers = text("\(folder)/cpu.max").split(separator: " ")
        guard numbers.count == 2 else { return nil }
        return Self.processors(quota: Double(numbers[0]), period: Double(numbers[1]))
    }

    /// Version 1: a negative quota is none.
    private func legacyQuota(_ folder: String) -> Int? {
        Self.processors(
            quota: Double(text("\(folder)/cpu.cfs_quota_us")),
            period: Double(text("\(folder)/cpu.cfs_period_us"))
        )
    }

    private static func processors(quota: Double?, period: Double?) -> Int? {
        guard let quota, let period, quota > 0, period > 0 else { return nil }
        return Int(exactly: min((quota / period).rounded(.up), 65_536))
    }

    private func text(_ path: String) -> String {
        let text = try? String(contentsOfFile: path, encoding: .utf8)
        return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }
}
