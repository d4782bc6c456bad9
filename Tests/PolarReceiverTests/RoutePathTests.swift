import Testing

@testable import PolarReceiver

struct RoutePathTests {
    @Test(arguments: [
        ("/webhooks/polar", "/webhooks/polar", true), ("/webhooks/polar", "/webhooks/polar/", true),
        ("/webhooks/polar/", "/webhooks/polar", true), ("/webhooks/polar", "/webhooks/polar//", false),
        ("/webhooks/polar", "/webhooks/polarx", false), ("/webhooks/polar", "/webhooks/pola", false),
        ("/webhooks/polar", "", false), ("/webhooks/polar", "/webhooks/Polar", false), ("/", "/", true),
        ("/", "", true),
        ("/", "/x", false),
    ])
    func `matches with or without a trailing slash`(path: String, received: String, matches: Bool) {
        #expect(RoutePath(path).matches(Array(received.utf8).span.bytes) == matches)
    }
}
