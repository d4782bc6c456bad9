import Foundation

/// A frame of Polar's development stream.
enum StreamFrame {
    /// The first one. It names the key that the events of the stream are signed with: the organization's id, which is
    /// public and must not become a secret of the receiver.
    case connected

    /// An event: the text that is signed, and the fields that it would come with.
    case event(body: String, headers: [String: String])

    /// Polar wants a new connection.
    case reconnect

    /// Something this version does not know.
    case unknown

    private struct Members: Decodable {
        struct Payload: Decodable {
            let payload: String
        }

        let key: String?
        let type: String?
        let payload: Payload?
        let headers: [String: String]?
    }

    init(_ data: [UInt8]) {
        guard let members = try? JSONDecoder().decode(Members.self, from: Data(data)) else {
            self = .unknown
            return
        }
        switch (members.key, members.type, members.payload, members.headers) {
        case ("connected", _, _, _): self = .connected
        case ("webhook.created", _, let payload?, let headers?):
            self = .event(body: payload.payload, headers: headers)
        case (_, "reconnect", _, _): self = .reconnect
        default: self = .unknown
        }
    }
}
