/// Where a whole request lies, in bytes from its first one.
struct RequestLayout: Hashable {
    /// The end of the head and start of the body.
    let headLength: Int

    /// The end of the body.
    let bodyEnd: Int

    /// The end of the request; behind ``bodyEnd`` when the body was chunked.
    let length: Int
}
