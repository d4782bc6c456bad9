import Glibc

/// Why there is no room for another connection.
enum Shortage: Hashable, Sendable, CustomStringConvertible {
    /// The configured limit is reached.
    case connectionLimit

    /// The system has no descriptor or no memory left.
    case system(errno: Int32)

    var description: String {
        switch self {
        case .connectionLimit: "connection limit reached"
        case .system(let errno): String(cString: strerror(errno))
        }
    }
}
