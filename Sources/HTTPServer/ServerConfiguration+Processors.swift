import CLinux

extension ServerConfiguration {
    /// More loops than this do not serve a receiver faster, and each costs a thread.
    private static let mostLoops = 16

    /// The processors this process may use, by its affinity and its control group; from 1 to 16.
    public static var processorCount: Int {
        let affinity = Int(linux_processor_count())
        let quota = ProcessorQuota().processorCount ?? .max
        return max(1, min(affinity, quota, mostLoops))
    }
}
