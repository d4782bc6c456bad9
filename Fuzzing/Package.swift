// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "polar-receiver-fuzzing",
    dependencies: [.package(name: "polar-receiver", path: "..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(
            name: "FuzzEvent",
            dependencies: ["CLibFuzzer", .product(name: "PolarEvents", package: "polar-receiver")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
