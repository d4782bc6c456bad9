import Foundation
import Testing

/// The fuzzer's inputs: what it keeps to reach every part of the decoder, and what once broke a promise.
struct CorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fuzzing/Corpus/FuzzEvent")

    /// The names of all inputs.
    private static func names() throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        try #require(names.count > 100)
        return names
    }

    @Test(arguments: try names())
    func `holds every promise about events`(name: String) throws {
        let body = try Data(contentsOf: Self.folder.appending(path: name))
        try EventInvariants([UInt8](body)).check()
    }
}
