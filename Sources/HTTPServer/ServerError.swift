import Glibc

/// Why a server cannot start.
@nonexhaustive public enum ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The host is no address of this machine and no name that resolves to one.
    case unknownHost(String)

    /// There is no such port.
    case invalidPort(Int)

    /// Something else listens there.
    case addressInUse(host: String, port: Int)

    /// The port needs more rights, or the address is not this machine's.
    case cannotListen(host: String, port: Int, errno: Int32)

    /// The socket cannot be made in the file system.
    case cannotMakeSocket(path: String, errno: Int32)

    /// The process may not open enough files and connections.
    case tooFewDescriptors(limit: Int, needed: Int)

    /// A system call failed.
    case system(operation: String, errno: Int32)

    /// One sentence with the remedy, for the listener of `HOST` and `PORT`.
    public var description: String { sentence(hostSetting: "HOST", portSetting: "PORT") }

    /// One sentence with the remedy, which names the settings of the listener that cannot open.
    public func sentence(hostSetting: String, portSetting: String) -> String {
        switch self {
        case .unknownHost(let host):
            "Cannot listen on \(host): it is no address of this machine; set \(hostSetting) to one, such as 0.0.0.0."
        case .invalidPort(let port):
            "Cannot listen on port \(port): ports go from 0, any that is free, to 65535; set \(portSetting) to one of them."
        case .addressInUse(let host, let port):
            "Cannot listen on \(host):\(port): another program does; stop it or set \(portSetting) to a free one."
        case .cannotListen(let host, let port, let errno):
            "Cannot listen on \(host):\(port): \(Self.text(errno)); set \(hostSetting) and \(portSetting) to what this user may use."
        case .cannotMakeSocket(let path, let errno):
            "Cannot make the socket \(path): \(Self.text(errno)); give this user write access to its folder."
        case .tooFewDescriptors(let limit, let needed):
            "The server cannot start with a limit of \(limit) open files: "
                + "it needs \(needed) or more; raise the limit (ulimit -n, LimitNOFILE)."
        case .system(let operation, let errno):
            "The server cannot start because \(operation) failed: \(Self.text(errno))."
        }
    }

    static func text(_ errno: Int32) -> String {
        String(cString: strerror(errno))
    }
}
