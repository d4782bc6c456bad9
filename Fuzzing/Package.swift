// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "polar-receiver-fuzzing",
    dependencies: [.package(name: "polar-receiver", path: "..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .target(name: "FuzzSupport", dependencies: ["CLibFuzzer"]),
        .executableTarget(
            name: "FuzzEvent",
            dependencies: ["FuzzSupport", .product(name: "PolarEvents", package: "polar-receiver")]
        ),
        .executableTarget(
            name: "FuzzEnvelope",
            dependencies: ["FuzzSupport", .product(name: "PolarEvents", package: "polar-receiver")]
        ),
        .executableTarget(
            name: "FuzzSignature",
            dependencies: ["FuzzSupport", .product(name: "StandardWebhooks", package: "polar-receiver")]
        ),

        // The folder of HTTPWire, through a link: it is no product of the package above, and a name can be used only once.
        .target(name: "WireSources"),
        .executableTarget(name: "FuzzRequest", dependencies: ["FuzzSupport", "WireSources"]),
        .executableTarget(name: "FuzzChunks", dependencies: ["FuzzSupport", "WireSources"]),
        .executableTarget(name: "FuzzProxyHeader", dependencies: ["FuzzSupport", "WireSources"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
