import ArgumentParser
import Foundation

/// The options that say where polar-receiver comes from.
struct OriginOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder with the sources of polar-receiver.", valueName: "folder"))
    var packagePath: String?

    @Option(help: ArgumentHelp("The Git repository of polar-receiver.", valueName: "url"))
    var packageURL: String?

    @Option(help: ArgumentHelp("The version to take from --package-url, or a later one.", valueName: "version"))
    var packageVersion: String = Version.current

    func validate() throws {
        guard (packagePath == nil) != (packageURL == nil) else {
            throw ValidationError(
                """
                Say where polar-receiver comes from: either --package-path with its folder, \
                or --package-url with its repository.
                """
            )
        }
    }

    /// Where polar-receiver comes from.
    ///
    /// - Throws: `ValidationError` for what cannot stand in the files of a package.
    func origin() throws -> PackageOrigin {
        if let packagePath { return .path(try checkedPath(packagePath)) }
        return .url(try checkedURL(packageURL ?? ""), version: try checkedVersion())
    }

    private func checkedPath(_ path: String) throws -> String {
        let folder = URL(filePath: path).standardizedFileURL
        let manifest = try? String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
        guard manifest?.contains(#"name: "polar-receiver""#) == true else {
            throw ValidationError("There is no polar-receiver in \(path); give the folder with its Package.swift.")
        }
        return try checked(folder.path, "--package-path")
    }

    private func checkedURL(_ url: String) throws -> String {
        guard url.wholeMatch(of: /[a-z+]+:\/\/.+|[^\/]+@[^\/]+:.+/) != nil else {
            throw ValidationError(
                "--package-url takes an address such as https://…, not '\(url)'; for a folder there is --package-path."
            )
        }
        return try checked(url, "--package-url")
    }

    private func checkedVersion() throws -> String {
        guard packageVersion.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?/) != nil else {
            throw ValidationError(
                "--package-version takes a version such as \(Version.current), not '\(packageVersion)'."
            )
        }
        return packageVersion
    }

    /// Refuses what Swift, make or a shell would read as more than a letter.
    private func checked(_ text: String, _ option: String) throws -> String {
        guard text.wholeMatch(of: /[^"\\$`#\p{Cc}]*/) != nil else {
            throw ValidationError(
                "\(option) takes no quotes, \\, $, `, # or control characters; choose another name, or make a link."
            )
        }
        return text
    }
}
