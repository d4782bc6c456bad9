// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "polar-receiver", path: "..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(
            name: "FuzzEvent",
            dependencies: ["CLibFuzzer", .product(name: "PolarEvents", package: "polar-receiver")]
        ),
    ],
    swiftLanguageModes: [.v6]
)
