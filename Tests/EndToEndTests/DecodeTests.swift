import Foundation
import PolarReceiverTesting
import Testing

/// `decode`, against a reader that shares no code with it.
struct DecodeTests {
    @Test func `reproduces every known field of 10,000 payloads, and of as many from the future`() async throws {
        let lines = try await PolarPeer.run(
            module: "payloads",
            ["check", "--schema", Self.schema, "--count", "10000", try Workspace.program.path]
        )
        #expect(lines.filter { $0.contains("0 differences") }.count == 2)
        print(lines.filter { !$0.contains(" event ") }.joined(separator: "\n"))
    }

    @Test func `prints a line for each payload, and for each that is none`() async throws {
        let workspace = try Workspace()
        let sample = try #require(SampleEvent(type: "order.paid")).body
        let lines =
            sample + Array("\n{\"type\":\"order.paid\",\"data\":{\"id\":7}}\n\n{\"type\":\"a.b\",\"x\":1.0}\n".utf8)
        let result = try await workspace.run(["decode", "-"], input: lines)
        #expect(result.status == 1)
        #expect(result.output.count == 3)
        #expect(result.output.first?.hasPrefix(#"{"type":"order.paid","#) == true)
        #expect(
            result.output.dropFirst() == [
                #"{"error":"$.data.id: a string is expected"}"#, #"{"type":"a.b","x":1.0}"#,
            ]
        )
        #expect(result.errors == ["A payload could not be decoded; see above."])
    }

    @Test func `decodes no event without what its type promises`() async throws {
        let lines = Array(
            "{\"type\":\"order.paid\"}\n{\"type\":\"order.paid\",\"data\":null}\n{\"type\":\"a.b\"}\n".utf8
        )
        let result = try await Workspace().run(["decode", "-"], input: lines)
        #expect(result.status == 1)
        #expect(
            result.output == [
                #"{"error":"$.data: a value is missing"}"#, #"{"error":"$.data: an object is expected"}"#,
                #"{"type":"a.b"}"#,
            ]
        )
    }

    @Test func `takes a file of several lines as one payload`() async throws {
        let workspace = try Workspace()
        let good = try workspace.write("{\n  \"type\": \"a.b\",\n  \"data\": {}\n}\n", to: "good.json")
        let bad = try workspace.write("{\n  \"type\": \"a.b\",\n  \"data\": [1,]\n}\n", to: "bad.json")
        #expect(try await workspace.run(["decode", good]).output == [#"{"type":"a.b","data":{}}"#])
        let result = try await workspace.run(["decode", good, bad])
        #expect(result.output.last == #"{"error":"$.data[1]: a value is expected"}"#)
        #expect(result.status == 1)
    }

    @Test func `says which file it cannot read`() async throws {
        let result = try await Workspace().run(["decode", "nowhere.json"])
        #expect(result.status == 1)
        #expect(
            result.errors == ["Cannot read nowhere.json: give the path of a readable file, or - for standard input."]
        )
    }

    private static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Schema/polar.json").path
}
