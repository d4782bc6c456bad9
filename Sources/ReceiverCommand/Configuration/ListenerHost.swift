import Glibc

/// A host to listen on, as far as can be told without asking for names.
enum ListenerHost: Equatable {
    case ipv4([UInt8])
    case ipv6([UInt8])
    case name(String)

    init(_ host: String) {
        if let bytes = Self.bytes(of: host, family: AF_INET, count: 4) {
            self = .ipv4(bytes)
        } else if let bytes = Self.bytes(of: host, family: AF_INET6, count: 16) {
            self = .ipv6(bytes)
        } else {
            self = .name(host.lowercased())
        }
    }

    /// Whether only this machine reaches it.
    var isLoopback: Bool {
        switch self {
        case .ipv4(let bytes): bytes.first == 127
        case .ipv6(let bytes): bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
        case .name(let name): name == "localhost"
        }
    }

    /// The host by which this machine reaches its own listener, as URLs have it.
    static func local(_ host: String) -> String {
        switch host {
        case "0.0.0.0", "": "127.0.0.1"
        case "::": "[::1]"
        case let host where host.contains(":"): "[\(host)]"
        case let host: host
        }
    }

    /// Whether both may mean the same address, so that they cannot share a port.
    func overlaps(_ other: ListenerHost) -> Bool {
        switch (self, other) {
        case (.name, _), (_, .name): true
        case (.ipv6, .ipv4), (.ipv4, .ipv6): isAnyIPv6 || other.isAnyIPv6
        default: self == other || isAny || other.isAny
        }
    }

    private var isAny: Bool {
        switch self {
        case .ipv4(let bytes), .ipv6(let bytes): bytes.allSatisfy { $0 == 0 }
        case .name: false
        }
    }

    /// `::` takes connections by IPv4 as well.
    private var isAnyIPv6: Bool {
        if case .ipv6 = self { isAny } else { false }
    }

    private static func bytes(of host: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, host, &bytes) == 1 ? bytes : nil
    }
}
