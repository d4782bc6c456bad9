import FuzzSupport

/// Feeds libFuzzer's inputs to the reader of PROXY headers as the beginning of a connection.
@main enum FuzzProxyHeader: FuzzTarget {
    static func check(_ input: [UInt8]) throws {
        try ProxyHeaderInvariants(input).check()
    }
}
