import Foundation

/// A frame of Polar's development stream.
enum StreamFrame {
    /// The first one, with the secret that the events of the stream are signed with; it is the organization's id, no secret.
    case connected(secret: String)

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
        let secret: String?
        let payload: Payload?
        let headers: [String: String]?
    }

    init(_ data: [UInt8]) {
        guard let members = try? JSONDecoder().decode(Members.self, from: Data(data)) else {
            self = .unknown
            return
        }
        switch (members.key, members.type, members.payload, members.headers, members.secret) {
        case ("connected", _, _, _, let secret?): self = .connected(secret: secret)
        case ("webhook.created", _, let payload?, let headers?, _):
            self = .event(body: payload.payload, headers: headers)
        case (_, "reconnect", _, _, _): self = .reconnect
        default: self = .unknown
        }
    }
}
