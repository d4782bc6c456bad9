/// Who is allowed to see the console.
struct Visitor: Hashable, Sendable {
    /// How somebody has shown that.
    enum Proof: String, Hashable, Sendable {
        /// A console that only this machine reaches asks for none.
        case local

        /// The token, in a field of the request.
        case token

        /// A session that began with the token.
        case session
    }

    let proof: Proof

    /// The id of the session; empty without one.
    let session: String

    init(_ proof: Proof, session: String = "") {
        self.proof = proof
        self.session = session
    }
}
