import Testing

@testable import ReceiverCommand

struct NewPackageTests {
    private func package(_ origin: PackageOrigin) throws -> NewPackage {
        NewPackage(name: try #require(PackageName("my-shop")), origin: origin)
    }

    /// The files that are not the same for every package, by their paths.
    private func files(_ origin: PackageOrigin) throws -> [String: String] {
        let files = try package(origin).files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    }

    @Test func `takes polar-receiver from a folder, or from a copy of it`() throws {
        let manifest = try #require(try files(.path("/home/ada/polar receiver"))["Package.swift"])
        #expect(
            manifest == """
                // swift-tools-version: 6.3

                import PackageDescription

                // An image is built from a copy, see the Makefile.
                let receiver = Package.Dependency.package(
                    name: "polar-receiver",
                    path: Context.environment["POLAR_RECEIVER_PATH"] ?? "/home/ada/polar receiver"
                )

                let package = Package(
                    name: "my-shop",
                    products: [.executable(name: "my-shop", targets: ["Program"])],
                    dependencies: [receiver],
                    targets: [
                        .target(
                            name: "Handlers",
                            dependencies: [.product(name: "PolarReceiver", package: "polar-receiver")]
                        ),
                        .executableTarget(
                            name: "Program",
                            dependencies: ["Handlers", .product(name: "PolarReceiver", package: "polar-receiver")]
                        ),
                        .testTarget(
                            name: "HandlersTests",
                            dependencies: ["Handlers", .product(name: "PolarReceiverTesting", package: "polar-receiver")]
                        ),
                    ]
                )

                """
        )
    }

    @Test(arguments: [
        ("https://example.com/ada/polar-receiver.git", "polar-receiver"),
        ("https://example.com/ada/fork", "fork"), ("git@example.com:fork.git", "fork"),
    ])
    func `takes polar-receiver from a repository, by the name that its address ends in`(
        url: String,
        name: String
    ) throws {
        let manifest = try #require(try files(.url(url, version: "0.1.0"))["Package.swift"])
        #expect(manifest.contains(#"package(url: "\#(url)", .upToNextMinor(from: "0.1.0"))"#))
        #expect(manifest.contains(#".product(name: "PolarReceiver", package: "\#(name)")"#))
        #expect(!manifest.contains("environment"))
    }

    @Test func `copies polar-receiver for the image only where it is a folder`() throws {
        let copied = try files(.path("/home/ada/polar-receiver"))
        let fetched = try files(.url("https://example.com/polar-receiver", version: "0.1.0"))
        for name in ["Makefile", "Dockerfile", ".dockerignore", ".gitignore"] {
            #expect(copied[name]?.contains(".polar-receiver") == true, "\(name)")
            #expect(fetched[name]?.contains(".polar-receiver") == false, "\(name)")
            #expect(fetched[name]?.hasSuffix("\n\n") == false, "\(name)")
        }
    }
}
