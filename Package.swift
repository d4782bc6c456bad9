// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "polar-receiver",
    products: [
        .library(name: "StandardWebhooks", targets: ["StandardWebhooks"]),
        .library(name: "PolarEvents", targets: ["PolarEvents"]),
        .library(name: "PolarAPI", targets: ["PolarAPI"]),
        .library(
            name: "PolarReceiver",
            targets: ["PolarEvents", "PolarReceiver", "PolarHandlers", "ReceiverCommand"]
        ),
        .library(name: "PolarReceiverTesting", targets: ["PolarReceiverTesting", "PolarSimulator"]),
        .executable(name: "polar-receiver", targets: ["polar-receiver"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML", "Reloading"]),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        // Named because its types appear in the interface of swift-configuration.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries and system calls, reached through module maps.
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CLogBuffer", dependencies: ["CSQLite"]),

        // The way of a message, in order: verify, parse, serve, store, decode, dispatch.
        .target(name: "StandardWebhooks", dependencies: ["COpenSSL"]),
        .target(name: "HTTPWire"),
        .target(
            name: "HTTPServer",
            dependencies: [
                "CLinux",
                "COpenSSL",
                "HTTPWire",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]
        ),
        .target(name: "HTTPClient", dependencies: ["CCurl", "CLinux", "COpenSSL"]),
        .target(
            name: "PrometheusMetrics",
            dependencies: [.product(name: "CoreMetrics", package: "swift-metrics")]
        ),
        .target(name: "EventStore"),
        .target(
            name: "EventStoreSQLite",
            dependencies: ["CLogBuffer", "CSQLite", "EventStore", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(name: "PolarEvents"),
        .target(
            name: "PolarReceiver",
            dependencies: [
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarEvents",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]
        ),
        .target(
            name: "PolarHandlers",
            dependencies: [
                "HTTPClient",
                "PolarReceiver",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .target(
            name: "PolarReceiverTesting",
            dependencies: [
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarEvents",
                "PolarReceiver",
                "PolarSimulator",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),

        .target(
            name: "ReceiverConsole",
            dependencies: [
                "COpenSSL",
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarEvents",
                "PolarReceiver",
                "PrometheusMetrics",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),

        // The other half of Polar: its API, what is done with it, and a Polar to try both on.
        .target(
            name: "PolarAPI",
            dependencies: [
                "HTTPClient",
                "PolarEvents",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "PolarReconciliation",
            dependencies: [
                "EventStore",
                "HTTPClient",
                "PolarAPI",
                "PolarEvents",
                "PolarReceiver",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]
        ),
        .target(
            name: "PolarSimulator",
            dependencies: [
                "COpenSSL",
                "HTTPClient",
                "HTTPServer",
                "HTTPWire",
                "PolarEvents",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),

        // The only place where everything is wired together.
        .target(
            name: "ReceiverCommand",
            dependencies: [
                "CLinux",
                "EventStore",
                "EventStoreSQLite",
                "HTTPClient",
                "HTTPServer",
                "HTTPWire",
                "PolarAPI",
                "PolarEvents",
                "PolarHandlers",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PolarReconciliation",
                "PolarSimulator",
                "PrometheusMetrics",
                "ReceiverConsole",
                "StandardWebhooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .executableTarget(name: "polar-receiver", dependencies: ["ReceiverCommand"]),

        // Benchmarks/run-intake measures with it; here, because it uses what is visible in this package only.
        .executableTarget(
            name: "intake-server",
            dependencies: [
                "EventStore",
                "EventStoreSQLite",
                "HTTPServer",
                "HTTPWire",
                "PolarHandlers",
                "PolarReceiver",
                "PolarReceiverTesting",
                "StandardWebhooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            path: "Benchmarks/IntakeServer"
        ),

        // Benchmarks/run-handlers measures with it.
        .executableTarget(
            name: "bad-handlers",
            dependencies: [
                "EventStore",
                "EventStoreSQLite",
                "HTTPServer",
                "PolarReceiver",
                "PolarReceiverTesting",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/BadHandlers"
        ),

        // Benchmarks/run-inbox measures with it.
        .executableTarget(
            name: "inbox-benchmark",
            dependencies: [
                "EventStore",
                "EventStoreSQLite",
                "PolarReceiver",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/BigInbox"
        ),

        .testTarget(name: "StandardWebhooksTests", dependencies: ["StandardWebhooks"]),
        .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire"]),
        .testTarget(
            name: "HTTPServerTests",
            dependencies: [
                "COpenSSL",
                "HTTPServer",
                "HTTPWire",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]
        ),
        .testTarget(name: "HTTPClientTests", dependencies: ["COpenSSL", "HTTPClient"]),
        .testTarget(
            name: "PrometheusMetricsTests",
            dependencies: ["PrometheusMetrics", .product(name: "Metrics", package: "swift-metrics")]
        ),
        .testTarget(name: "CLogBufferTests", dependencies: ["CLogBuffer"]),
        .testTarget(
            name: "EventStoreTests",
            dependencies: ["CSQLite", "EventStore", "EventStoreSQLite", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(name: "PolarEventsTests", dependencies: ["PolarEvents", "PolarReceiverTesting"]),
        .testTarget(
            name: "PolarHandlersTests",
            dependencies: [
                "PolarHandlers", "PolarReceiver", "PolarReceiverTesting", "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "PolarReceiverTests",
            dependencies: [
                "EventStore",
                "EventStoreSQLite",
                "HTTPServer",
                "HTTPWire",
                "PolarEvents",
                "PolarHandlers",
                "PolarReceiver",
                "PolarReceiverTesting",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]
        ),
        .testTarget(
            name: "PolarReceiverTestingTests",
            dependencies: [
                "PolarEvents",
                "PolarReceiver",
                "PolarReceiverTesting",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "ReceiverConsoleTests",
            dependencies: [
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PrometheusMetrics",
                "ReceiverConsole",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "PolarAPITests",
            dependencies: [
                "HTTPClient",
                "HTTPServer",
                "HTTPWire",
                "PolarAPI",
                "PolarEvents",
                "PolarReceiverTesting",
                "PolarSimulator",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Support/authlib_server"]
        ),
        .testTarget(
            name: "PolarSimulatorTests",
            dependencies: [
                "PolarAPI",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PolarSimulator",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "PolarReconciliationTests",
            dependencies: [
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarAPI",
                "PolarEvents",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PolarReconciliation",
                "PolarSimulator",
                "StandardWebhooks",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "ReceiverCommandTests",
            dependencies: [
                "EventStore",
                "HTTPServer",
                "HTTPWire",
                "PolarAPI",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PolarSimulator",
                "ReceiverCommand",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "EventStore",
                "EventStoreSQLite",
                "HTTPClient",
                "HTTPServer",
                "HTTPWire",
                "PolarReceiver",
                "PolarReceiverTesting",
                "PolarSimulator",
                "polar-receiver",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: [
                "Support/console", "Support/faults", "Support/payloads", "Support/peer", "Support/proxies",
                "Support/requirements.txt",
                "Support/rotation", "Support/scrape", "Support/sender.py", "Support/storm",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    var settings: [SwiftSetting] = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
    // Set by `make test`, so that a compiler newer than ours cannot break a user's build.
    if Context.environment["WARNINGS_AS_ERRORS"] != nil {
        settings.append(.treatAllWarnings(as: .error))
    }
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
