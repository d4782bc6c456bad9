// swift-tools-version: 6.3

// Somebody's own receiver, as it may look outside this repository; Scripts/test-outside builds it and runs it.

import PackageDescription

let package = Package(
    name: "outside",
    dependencies: [.package(name: "polar-receiver", path: "../..")],
    targets: [
        .executableTarget(
            name: "Outside",
            dependencies: [.product(name: "PolarReceiver", package: "polar-receiver")]
        )
    ]
)
