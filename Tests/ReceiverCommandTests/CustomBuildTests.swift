import Testing

@testable import ReceiverCommand

/// A program of somebody's own, with a name and a version.
struct CustomBuildTests {
    @Test(
        arguments: [
            ("polar-receiver", nil, "polar-receiver \(Version.current)"),
            ("my-shop", nil, "my-shop (polar-receiver \(Version.current))"),
            ("my-shop", "1.2.0", "my-shop 1.2.0 (polar-receiver \(Version.current))"),
        ] as [(String, String?, String)]
    )
    func `tells its own name and version`(name: String, version: String?, text: String) {
        ReceiverCommand.$parts.withValue(ReceiverCommand.Parts(name: name, version: version)) {
            #expect(ReceiverCommand.versionText == text)
        }
    }
}
