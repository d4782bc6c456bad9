// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "polar-receiver-benchmarks",
    dependencies: [.package(name: "polar-receiver", path: "..")],
    targets: [
        .executableTarget(
            name: "DecodeBenchmark",
            dependencies: [
                .product(name: "PolarEvents", package: "polar-receiver"),
                .product(name: "PolarReceiverTesting", package: "polar-receiver"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
