import CLinux

extension ServerConfiguration {
    /// The processors this process may use, at least 1.
    public static var processorCount: Int {
        max(1, Int(linux_processor_count()))
    }
}
