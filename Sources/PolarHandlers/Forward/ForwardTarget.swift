package import Foundation
import PolarReceiver

/// The URL that events go to; only its host is ever shown, because the rest can hold a secret.
package struct ForwardTarget: Sendable {
    let url: String

    /// Host and port, for messages.
    let name: String

    /// Takes a URL that has a host.
    package init(_ url: URL) {
        self.url = url.absoluteString
        let host = url.host() ?? "-"
        name = url.port.map { "\(host):\($0)" } ?? host
    }

    /// Reads the option `url`.
    init(_ options: HandlerOptions) throws(HandlerOptionError) {
        _ = try options.required("url", "the address to post to, such as https://shop.example.com/webhooks")
        guard let url = try options.url("url"), url.user() == nil, url.password() == nil, url.fragment() == nil else {
            throw options.wrong("url", "an address without user, password and fragment")
        }
        self.init(url)
    }
}
