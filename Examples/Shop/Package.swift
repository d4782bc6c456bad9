// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "shop",
    products: [.executable(name: "shop", targets: ["ShopProgram"])],
    dependencies: [
        // A package of your own has the address of the repository here.
        .package(name: "polar-receiver", path: "../.."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(
            name: "Shop",
            dependencies: [
                .product(name: "PolarReceiver", package: "polar-receiver"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .executableTarget(
            name: "ShopProgram",
            dependencies: ["Shop", .product(name: "PolarReceiver", package: "polar-receiver")]
        ),
        .testTarget(
            name: "ShopTests",
            dependencies: ["Shop", .product(name: "PolarReceiverTesting", package: "polar-receiver")]
        ),
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
