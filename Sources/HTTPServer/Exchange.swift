public import HTTPWire

/// One request that waits for its answer.
public struct Exchange: Sendable {
    let mailbox: Mailbox
    let request: RequestID

    /// Sends the answer; ignored when the client has gone or has got one.
    public func reply(_ response: Response) {
        mailbox.post(.reply(request, response))
    }
}
