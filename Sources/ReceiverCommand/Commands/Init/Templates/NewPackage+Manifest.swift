extension NewPackage {
    /// `Package.swift`.
    var manifest: String {
        """
        // swift-tools-version: 6.3

        import PackageDescription

        \(dependency)
        let package = Package(
            name: "\(name)",
            products: [.executable(name: "\(name)", targets: ["Program"])],
            dependencies: [receiver],
            targets: [
                .target(
                    name: "Handlers",
                    dependencies: [.product(name: "PolarReceiver", package: "\(packageIdentity)")]
                ),
                .executableTarget(
                    name: "Program",
                    dependencies: ["Handlers", .product(name: "PolarReceiver", package: "\(packageIdentity)")]
                ),
                .testTarget(
                    name: "HandlersTests",
                    dependencies: ["Handlers", .product(name: "PolarReceiverTesting", package: "\(packageIdentity)")]
                ),
            ]
        )

        """
    }

    private var dependency: String {
        switch origin {
        case .path(let path):
            """
            // An image is built from a copy, see the Makefile.
            let receiver = Package.Dependency.package(
                name: "polar-receiver",
                path: Context.environment["POLAR_RECEIVER_PATH"] ?? "\(path)"
            )

            """
        case .url(let url, let version):
            """
            let receiver = Package.Dependency.package(url: "\(url)", .upToNextMinor(from: "\(version)"))

            """
        }
    }

    /// What a product's package is called: its name, or for a repository the end of the address.
    private var packageIdentity: String {
        guard case .url(let url, _) = origin else { return "polar-receiver" }
        let end = url.split(whereSeparator: { "/:".contains($0) }).last.map(String.init) ?? url
        return end.hasSuffix(".git") ? String(end.dropLast(4)) : end
    }
}
