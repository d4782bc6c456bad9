import Foundation

/// The package that `init` writes.
struct NewPackage: Sendable {
    /// A file by its path in the package.
    struct File: Sendable {
        let path: String
        let text: String
    }

    let name: PackageName
    let origin: PackageOrigin

    /// All files, in the order in which a reader wants them.
    var files: [File] {
        [
            File(path: "Package.swift", text: manifest),
            File(path: "Sources/Handlers/Fulfilment.swift", text: Self.module),
            File(path: "Sources/Handlers/Warehouse.swift", text: Self.warehouse),
            File(path: "Sources/Program/Main.swift", text: Self.main),
            File(path: "Tests/HandlersTests/FulfilmentTests.swift", text: Self.test),
            File(path: "receiver.yaml", text: Self.configuration),
            File(path: "Makefile", text: makefile),
            File(path: "Dockerfile", text: dockerfile),
            File(path: ".dockerignore", text: dockerIgnore),
            File(path: ".gitignore", text: gitIgnore),
            File(path: "README.md", text: readme),
        ]
    }

    /// Writes the files into a folder that is new or empty.
    ///
    /// - Throws: ``CommandFailure``.
    func write(to folder: String) throws {
        try checkIsFree(folder)
        do {
            for file in files { try write(file, to: URL(filePath: folder)) }
        } catch {
            throw CommandFailure("The package cannot be written to \(folder): \(error.localizedDescription)")
        }
    }

    private func checkIsFree(_ folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        let content = try? FileManager.default.contentsOfDirectory(atPath: folder)
        guard content?.isEmpty == true else {
            throw CommandFailure("\(folder) exists and is not an empty folder; choose another name, or remove it.")
        }
    }

    private func write(_ file: File, to folder: URL) throws {
        let url = folder.appending(path: file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: url)
    }
}
