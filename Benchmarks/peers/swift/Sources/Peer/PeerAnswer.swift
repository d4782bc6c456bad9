/// The answers of all peers, which are those of the receiver's benchmark server.
public enum PeerAnswer {
    /// The body of a 202.
    public static let accepted = #"{"result":"accepted"}"#

    /// The body of a 403.
    public static let refused = #"{"error":"refused"}"#
}
