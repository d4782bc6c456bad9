/// The beginning of an answer whose end is the end of its connection, such as a stream of events.
public struct StreamHead: Sendable {
    /// The answer without a length; it is sent with `closes`.
    package let response: Response

    /// Makes one.
    ///
    /// - Parameter headers: more fields. Control characters in their values are sent as spaces.
    public init(contentType: String, headers: [(String, String)] = []) {
        response = Response(streaming: contentType, headers: headers)
    }
}
