/// The names of the three headers of a signed message, in lower case; HTTP compares them without case.
public enum HeaderName {
    /// The message's id: the same in every attempt to send it.
    public static let id = "webhook-id"

    /// When this attempt was signed, in Unix seconds.
    public static let timestamp = "webhook-timestamp"

    /// The signatures, separated by spaces.
    public static let signature = "webhook-signature"

    /// All three.
    public static let all = [id, timestamp, signature]
}
