import Foundation
import Testing

@testable import PrometheusMetrics

struct ProcessCollectorTests {
    private func page(directory: String = "/proc") -> String {
        let registry = PrometheusRegistry()
        ProcessCollector(directory: directory).register(in: registry)
        return registry.text()
    }

    @Test func `shows plausible values of this process`() throws {
        let page = page()
        let resident = try #require(page.value(of: "process_resident_memory_bytes"))
        let virtual = try #require(page.value(of: "process_virtual_memory_bytes"))
        #expect(resident > 1_000_000 && resident < virtual)
        let start = try #require(page.value(of: "process_start_time_seconds"))
        let age = Date.now.timeIntervalSince1970 - start
        // The system's clock may be set while tests run, but hardly by an hour.
        #expect(age > -3600 && age < 24 * 3600)
        #expect(try #require(page.value(of: "process_cpu_seconds_total")) >= 0)
        let open = try #require(page.value(of: "process_open_fds"))
        #expect(try open >= 3 && open <= #require(page.value(of: "process_max_fds")))
        #expect(page.samples.count == 6)
    }

    @Test func `counts an open file`() throws {
        let files = ProcessFiles(directory: "/proc")
        let handles = (0..<100).compactMap { _ in FileHandle(forReadingAtPath: "/dev/null") }
        // Other tests open and close files at the same time.
        #expect(try #require(files.openDescriptors) >= 100)
        #expect(handles.count == 100)
    }

    @Test func `writes nothing when there is no proc`() {
        #expect(page(directory: "/nowhere").isEmpty)
    }

    @Test func `reads the fields behind any command name`() throws {
        let fields = "R 1 2 3 4 5 6 7 8 9 10 150 50 13 14 15 16 17 18 300 8192 3 18446744073709551615\n"
        for name in ["(swift)", "(a b) R (c)", "() 1 2)", "(\n)", "(())"] {
            let statistics = try #require(ProcessStatistics(Array("42 \(name) \(fields)".utf8)))
            #expect(statistics.virtualBytes == 8192)
            #expect(statistics.processorSeconds == 200 / Double(sysconf(Int32(_SC_CLK_TCK))))
            #expect(statistics.startSeconds == 300 / Double(sysconf(Int32(_SC_CLK_TCK))))
            #expect(statistics.residentBytes == 3 * Double(sysconf(Int32(_SC_PAGESIZE))))
        }
    }

    @Test(arguments: ["", ")", "1 (a", "1 (a) R 1 2", "1 (a) R 1 2 3 4 5 6 7 8 9 10 x 50 13 14 15 16 17 18 300 8192 3"])
    func `refuses a line without the fields`(line: String) {
        #expect(ProcessStatistics(Array(line.utf8)) == nil)
    }
}
