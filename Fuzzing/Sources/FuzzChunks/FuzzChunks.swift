import FuzzSupport
import WireSources

/// Feeds libFuzzer's inputs to the decoder as a body in chunked coding, and what follows it.
@main enum FuzzChunks: FuzzTarget {
    static func check(_ input: [UInt8]) throws {
        try ChunkInvariants(input, bodyLimit: HTTPLimits().body).check()
        try ChunkInvariants(input, bodyLimit: 20).check()
    }
}
