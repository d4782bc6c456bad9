import Glibc

/// Adds what Linux knows about this process to a registry, under Prometheus' usual names.
public struct ProcessCollector: Sendable {
    private let files: ProcessFiles

    /// Reads from `/proc`; where that is missing nothing is added to the page.
    public init() {
        self.init(directory: "/proc")
    }

    init(directory: String) {
        files = ProcessFiles(directory: directory)
    }

    /// Adds the values to the registry; they are read each time it writes its page.
    public func register(in registry: PrometheusRegistry) {
        registerTimes(in: registry)
        registerMemory(in: registry)
        registerDescriptors(in: registry)
    }

    private func registerTimes(in registry: PrometheusRegistry) {
        registry.collect(
            "process_cpu_seconds_total",
            help: "Processor time that the process has used, in seconds.",
            kind: .counter
        ) { [files] in
            files.statistics?.processorSeconds
        }
        // Read once: the moment at which the system started moves when its clock is set.
        let start = files.startTime
        registry.collect("process_start_time_seconds", help: "Start of the process, in seconds since 1970.") { start }
    }

    private func registerMemory(in registry: PrometheusRegistry) {
        registry.collect("process_resident_memory_bytes", help: "Memory of the process that is in RAM.") { [files] in
            files.statistics?.residentBytes
        }
        registry.collect("process_virtual_memory_bytes", help: "Address space of the process.") { [files] in
            files.statistics?.virtualBytes
        }
    }

    private func registerDescriptors(in registry: PrometheusRegistry) {
        registry.collect("process_open_fds", help: "Open file descriptors of the process.") { [files] in
            files.openDescriptors
        }
        registry.collect("process_max_fds", help: "File descriptors that the process may open.") { [files] in
            files.exist ? Self.descriptorLimit : nil
        }
    }

    private static var descriptorLimit: Double? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return limit.rlim_cur == rlim_t.max ? .infinity : Double(limit.rlim_cur)
    }
}
