import Foundation
import Testing

@testable import ReceiverCommand

struct WatchedFoldersTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func watched(_ path: String) -> Set<String> {
        let root = folder.url.path
        return Set(WatchedFolders.of([path]).map { $0 == root ? "." : String($0.dropFirst(root.count + 1)) })
    }

    @Test func `are the folder of a file`() throws {
        try folder.makeFolder("a")
        try folder.write("text", to: "a/file")
        #expect(watched(folder.path("a/file")) == ["a"])
        #expect(watched(folder.path("a/missing")) == ["a"])
    }

    @Test func `are those of all links on the way`() throws {
        try folder.makeFolder("mount/..1")
        try folder.write("text", to: "mount/..1/secret")
        try folder.link("mount/..data", to: "..1")
        try folder.link("mount/secret", to: "..data/secret")
        try folder.link("elsewhere", to: folder.path("mount"))
        #expect(watched(folder.path("mount/secret")) == ["mount", "mount/..1"])
        #expect(watched(folder.path("elsewhere/secret")) == [".", "mount", "mount/..1"])
    }

    @Test func `are the last one there is, where the way ends early`() throws {
        try folder.makeFolder("a")
        #expect(watched(folder.path("a/b/c/file")) == ["a"])
        try folder.link("broken", to: "a/b/file")
        #expect(watched(folder.path("broken")) == [".", "a"])
    }

    @Test func `are found though links lead in a circle`() throws {
        try folder.link("one", to: "two")
        try folder.link("two", to: "one")
        #expect(watched(folder.path("one")) == ["."])
    }

    @Test func `begin in the current folder`() {
        #expect(WatchedFolders.of(["no-such-file"]) == [FileManager.default.currentDirectoryPath])
    }
}
