import HTTPWire

/// What becomes of bytes that are read as one request.
enum WireOutcome: Hashable {
    case refused(HTTPParseError)
    case incomplete
    case accepted(WireRequest)
}

/// What was read of a request; texts are its bytes as in ``WireText/text(of:)``.
struct WireRequest: Hashable {
    var method: RequestHead.Method
    var path: String
    var framing: RequestHead.BodyFraming
    var keepsAlive = true
    var expectsContinue = false

    /// The value of the only field named `x`.
    var x: String?

    var headLength: Int

    /// The body without its coding; of a fixed length, as much of it as is there.
    var body: String

    /// The length of the head and of what was read of the body.
    var length: Int
}
