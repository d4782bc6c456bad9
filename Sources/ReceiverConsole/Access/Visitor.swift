/// An operator whom the console lets in.
struct Visitor: Hashable, Sendable {
    /// How they have shown that they may see it.
    enum Proof: String, Hashable, Sendable {
        /// The token, in a field of the request.
        case token

        /// A session that began with the token or with a link.
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
