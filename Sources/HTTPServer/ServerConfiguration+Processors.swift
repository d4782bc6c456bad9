import Glibc

extension ServerConfiguration {
    /// The processors this process may use, at least 1.
    public static var processorCount: Int {
        max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
}
