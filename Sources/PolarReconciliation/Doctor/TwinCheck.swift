import Foundation
import PolarAPI

/// Whether another endpoint sends the same events to the same address, under other ids.
struct TwinCheck {
    let polar: PolarEndpoint
    let others: [PolarEndpoint]
    let endpoint: String

    /// Whether the inbox knows such an event by its body.
    let comparesBodies: Bool

    var finding: Finding? {
        guard let twin = others.first(where: isTwin) else { return nil }
        let consequence = comparesBodies ? "delivery.compare_bodies stores them once" : "they are handled twice"
        let other = comparesBodies ? "" : ", or set delivery.compare_bodies"
        return Finding(
            "twin_endpoint",
            comparesBodies ? .note : .error,
            endpoint,
            "Another endpoint sends the same events to \(ShownURL.text(polar.url)) under other ids: \(consequence).",
            remedy: "Delete one with 'polar-receiver endpoints delete \(twin.id) --yes'\(other)."
        )
    }

    private func isTwin(_ other: PolarEndpoint) -> Bool {
        other.id != polar.id && other.isEnabled && Self.place(other.url) == Self.place(polar.url)
            && !Set(other.events).isDisjoint(with: polar.events)
    }

    /// What makes two addresses one.
    private static func place(_ url: String) -> [String] {
        guard let parts = URLComponents(string: url), let host = parts.host else { return [url] }
        let path = parts.percentEncodedPath
        return [host.lowercased(), "\(parts.port ?? 443)", path.hasSuffix("/") ? String(path.dropLast()) : path]
    }
}
