import Foundation
import PolarReceiver
import Testing

@testable import PolarHandlers

/// What is wrong with a section is said at the start, in a sentence that shows no secret.
struct ForwardSettingsTests {
    private static let url = "https://shop.example.com/hooks"
    private static let secret = ForwardHandlerTests.secret

    private func failure(_ options: [String: String]) -> String? {
        let error = #expect(throws: HandlerOptionError.self) {
            try ForwardHandler(HandlerOptions(id: "shop", options))
        }
        return error?.description
    }

    @Test(
        arguments: [
            (["secret": secret], "The handler shop needs handlers.shop.url"),
            (["url": "shop.example.com", "secret": secret], "The setting handlers.shop.url"),
            (["url": "ftp://shop.example.com", "secret": secret], "The setting handlers.shop.url"),
            (["url": "https://a:SENSITIVE@shop.example.com", "secret": secret], "The setting handlers.shop.url"),
            (["url": "\(url)#part", "secret": secret], "The setting handlers.shop.url"),
            (["url": url], "The handler shop needs a secret to sign with"),
            (["url": url, "signature": "own"], "The handler shop needs a secret to sign with"),
            (
                ["url": url, "signature": "polar", "secret": secret],
                "The handler shop has a secret, which signature: polar"
            ),
            (["url": url, "signature": "none"], "The setting handlers.shop.signature"),
            (["url": url, "secret": "SENSITIVE"], "The setting handlers.shop.secret"),
            (["url": url, "secret": "whsec_SENSITIVE==="], "The setting handlers.shop.secret"),
            (["url": url, "secret_file": "/nonexistent"], "Cannot read a secret in /nonexistent"),
            (["url": url, "secret": secret, "secret_file": "/nonexistent"], "The handler shop has both secret and"),
            (["url": url, "secret": secret, "ca_file": "/nonexistent"], "The setting handlers.shop.ca_file"),
            (["url": url, "secret": secret, "ca_file": #filePath], "The setting handlers.shop.ca_file"),
            (["url": url, "secret": secret, "client_errors": "ignore"], "The setting handlers.shop.client_errors"),
            (["url": url, "secret": secret, "connect_timeout": "0"], "The setting handlers.shop.connect_timeout"),
            (["url": url, "secret": secret, "retry_base": "0"], "The setting handlers.shop.retry_base"),
            (["url": url, "secret": secret, "proxy": "http://a"], "The setting handlers.shop.proxy"),
            (["url": url, "secret": secret, "retry_max": "x"], "The setting handlers.shop.retry_max"),
        ] as [([String: String], String)]
    )
    func `refuses what cannot be meant`(options: [String: String], sentence: String) throws {
        let text = try #require(failure(options))
        #expect(text.hasPrefix(sentence), "\(text)")
        #expect(!text.contains("SENSITIVE"))
        #expect(!text.contains(Self.secret))
    }

    @Test func `asks for every option it has`() throws {
        let options = HandlerOptions(id: "shop", ["url": Self.url, "secret": Self.secret])
        _ = try ForwardHandler(options)
        #expect(
            options.askedKeys == [
                "url", "signature", "secret", "secret_file", "ca_file", "client_errors", "concurrency",
                "connect_timeout",
                "retry_base", "retry_max", "proxy",
            ]
        )
    }
}
