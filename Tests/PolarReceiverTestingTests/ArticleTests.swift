import Foundation
import Testing

/// What the articles of PolarReceiverTesting.docc promise.
struct ArticleTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let article = "../../Sources/PolarReceiverTesting/PolarReceiverTesting.docc/TestAHandler.md"

    @Test func `every example is a test that runs here, as it is printed`() throws {
        let examples = try String(contentsOf: Self.folder.appending(path: "ArticleExamples.swift"), encoding: .utf8)
        let text = try String(contentsOf: Self.folder.appending(path: Self.article), encoding: .utf8)
        let blocks = text.components(separatedBy: "```swift\n").dropFirst()
        for block in blocks {
            let code = try #require(block.components(separatedBy: "```").first)
            #expect(examples.contains(code), "\(code.prefix(60))")
        }
        #expect(blocks.count == 9)
    }
}
