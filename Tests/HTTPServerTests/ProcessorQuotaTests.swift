import Foundation
import Testing

@testable import HTTPServer

struct ProcessorQuotaTests {
    @Test(
        arguments: [
            ([:], "0::/", nil),
            (["cpu.max": "max 100000"], "0::/", nil),
            (["cpu.max": "50000 100000\n"], "0::/", 1),
            (["cpu.max": "200000 100000"], "0::/", 2),
            (["cpu.max": "150000 100000"], "0::/", 2),
            (["pod/cpu.max": "300000 100000", "pod/app/cpu.max": "max 100000"], "0::/pod/app", 3),
            (["pod/cpu.max": "100000 100000", "pod/app/cpu.max": "400000 100000"], "0::/pod/app", 1),
            // The path of the host, which is not there in the container.
            (["cpu.max": "100000 100000"], "0::/kubepods/pod1", 1),
            (["cpu/cpu.cfs_quota_us": "-1", "cpu/cpu.cfs_period_us": "100000"], "3:cpu:/", nil),
            (["cpu/cpu.cfs_quota_us": "250000", "cpu/cpu.cfs_period_us": "100000"], "4:memory:/\n3:cpu:/docker/x", 3),
            (
                ["cpu,cpuacct/a/cpu.cfs_quota_us": "100000", "cpu,cpuacct/a/cpu.cfs_period_us": "100000"],
                "3:cpu,cpuacct:/a", 1
            ),
            (["cpu.max": "nonsense"], "0::/", nil),
            (["cpu.max": "0 0"], "0::/", nil),
            (["cpu.max": "100000 100000"], "nonsense", nil),
        ] as [([String: String], String, Int?)]
    )
    func `reads the quota of the group and those around it`(
        files: [String: String],
        membership: String,
        processors: Int?
    ) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "groups-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        #expect(ProcessorQuota(root: root.path, membership: membership).processorCount == processors)
    }

    @Test func `has from one to sixteen loops`() {
        #expect((1...16).contains(ServerConfiguration.processorCount))
    }
}
