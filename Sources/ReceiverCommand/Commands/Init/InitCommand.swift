import ArgumentParser

/// `polar-receiver init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a package for a receiver of your own: a handler module, its test, and what makes an image.",
        discussion: "The package depends on polar-receiver; --package-path or --package-url says where that is."
    )

    @Argument(help: ArgumentHelp("The folder to make; it also names the package and its program.", valueName: "name"))
    var name: String

    @OptionGroup var options: OriginOptions

    func run() throws {
        guard let packageName = PackageName(name) else { throw ValidationError(PackageName.sentence(refusing: name)) }
        let package = NewPackage(name: packageName, origin: try options.origin())
        try package.write(to: name)
        for file in package.files { try StandardStream.output("Wrote \(name)/\(file.path)") }
        try StandardStream.output("\nNext:\n    cd \(name) && make test\n    make run")
    }
}
