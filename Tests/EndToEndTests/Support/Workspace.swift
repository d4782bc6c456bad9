import Foundation

/// A temporary folder in which the real executable runs, removed with the value's last reference.
final class Workspace: Sendable {
    /// Any secret of Polar's present shape.
    static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "receiver-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The executable, which the build puts beside the tests.
    static var program: URL {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "polar-receiver")
        }
    }

    /// The files in the folder and its folders, sorted.
    var files: [String] {
        (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Gives the folder and what is in it to a user without rights, where the tests run as root.
    func giveToNobody() throws {
        guard geteuid() == 0 else { return }
        for path in [folder.path] + files.map({ folder.appending(path: $0).path }) { chown(path, 65_534, 65_534) }
    }

    /// Starts the executable.
    ///
    /// - Parameters:
    ///   - launcher: a command that runs the program and its arguments, which come last.
    ///   - asNobody: whether it runs as a user without rights, where the tests run as root.
    func start(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: [UInt8] = [],
        launcher: [String] = [],
        asNobody: Bool = false
    ) throws -> ChildProcess {
        let changesUser = asNobody && geteuid() == 0
        let user = changesUser ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        let command = launcher + user + [try Self.program.path] + arguments
        return try ChildProcess(
            URL(filePath: command[0]),
            Array(command.dropFirst()),
            environment: ["PATH": "/usr/bin:/bin"].merging(environment) { _, new in new },
            folder: folder,
            input: input
        )
    }

    /// Runs a command to its end.
    func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: [UInt8] = []
    ) async throws -> (status: Int32, output: [String], errors: [String]) {
        let child = try start(arguments, environment: environment, input: input)
        let status = await child.exitStatus()
        // Both are at their end once the process is: this line never comes.
        _ = await (child.output.first { _ in false }, child.errors.first { _ in false })
        return (status, child.output.all, child.errors.all)
    }
}
