import Foundation
import StandardWebhooks

/// The clients, codes and tokens of a simulated Polar.
struct OAuthBook {
    struct Client {
        let id: String
        let secret: String?
        var method: String
        var redirectURIs: [String]
        var name: String
        var scope: String
        var grantTypes: [String]
        let registrationToken: String
    }

    struct Code {
        let client: String
        let redirectURI: String
        let scope: String
        let challenge: String?
        let method: String
        let createdAt: Date
    }

    struct Pair {
        let client: String
        let access: String
        let refresh: String?
        let scope: String
        let expiresAt: Date
        var isRevoked = false
    }

    /// In seconds.
    static let codeLife: TimeInterval = 300
    static let firstLife = 864_000
    static let refreshedLife = 3_600

    private(set) var clients: [String: Client] = [:]
    private(set) var organizationTokens: [String: [String]] = [:]
    private(set) var sessions: Set<String> = []
    private var codes: [String: Code] = [:]
    private(set) var pairs: [Pair] = []

    /// How much later it is for codes and tokens than by the clock.
    var clockOffset: TimeInterval = 0

    var now: Date { Date().addingTimeInterval(clockOffset) }

    // MARK: Tokens

    mutating func addOrganizationToken(scopes: [String]) -> String {
        let token = SimulatorText.token("polar_oat_")
        organizationTokens[token] = scopes
        return token
    }

    mutating func addSession() -> String {
        let session = SimulatorText.token("polar_us_")
        sessions.insert(session)
        return session
    }

    /// What a token may do; nil for one that does not work.
    func scopes(of token: String) -> [String]? {
        if let scopes = organizationTokens[token] { return scopes }
        guard let pair = pairs.first(where: { $0.access == token }), !pair.isRevoked, pair.expiresAt > now else {
            return nil
        }
        return pair.scope.split(separator: " ").map(String.init)
    }

    mutating func revoke(_ token: String) {
        organizationTokens[token] = nil
        for index in pairs.indices where pairs[index].access == token || pairs[index].refresh == token {
            pairs[index].isRevoked = true
        }
    }

    // MARK: Clients

    mutating func add(_ client: Client) {
        clients[client.id] = client
    }

    mutating func remove(_ client: String) {
        clients[client] = nil
    }

    // MARK: Grants

    mutating func addCode(_ code: Code) -> String {
        let text = SimulatorText.token("polar_ac_")
        codes[text] = code
        return text
    }

    /// Takes a code, which works once; nil for one that does not.
    mutating func takeCode(_ text: String, client: String) -> Code? {
        guard let code = codes[text], code.client == client else { return nil }
        codes[text] = nil
        return now.timeIntervalSince(code.createdAt) < Self.codeLife ? code : nil
    }

    /// Takes a refresh token; its pair is dead then.
    mutating func takeRefreshToken(_ text: String, client: String) -> Pair? {
        guard let index = pairs.firstIndex(where: { $0.refresh == text && $0.client == client && !$0.isRevoked }) else {
            return nil
        }
        pairs[index].isRevoked = true
        return pairs[index]
    }

    mutating func issue(client: String, scope: String, life: Int, refreshes: Bool) -> Pair {
        let pair = Pair(
            client: client,
            access: SimulatorText.token("polar_at_u_"),
            refresh: refreshes ? SimulatorText.token("polar_rt_u_") : nil,
            scope: scope,
            expiresAt: now.addingTimeInterval(TimeInterval(life))
        )
        pairs.append(pair)
        return pair
    }
}
