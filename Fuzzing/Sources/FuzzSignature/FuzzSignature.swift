import FuzzSupport

/// Feeds libFuzzer's inputs to the verifier as messages.
@main enum FuzzSignature: FuzzTarget {
    static func check(_ input: [UInt8]) throws {
        let keys = try SignatureKeys.shared.get()
        try SignatureInvariants(input, keys: keys).check()
        try Base64Invariants(input).check()
    }
}
