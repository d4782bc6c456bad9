public import HTTPWire

/// One request that waits for its answer.
public struct Exchange: Sendable {
    let mailbox: Mailbox
    let request: RequestID

    /// Sends the answer; ignored when the client has gone or has got one.
    public func reply(_ response: Response) {
        mailbox.post(.reply(request, response))
    }

    /// Begins an answer that has no end of its own; its connection closes with it.
    ///
    /// A client that does not take what it is sent, or leaves, ends it too.
    ///
    /// - Parameters:
    ///   - head: status and fields; it has no body.
    ///   - onEnd: called once, on a loop, when nothing can be sent any more; it must not block.
    public func begin(_ head: StreamHead, onEnd: @escaping @Sendable () -> Void) {
        mailbox.post(.begin(request, head, onEnd))
    }

    /// Sends a part of an answer that has begun; ignored when it has ended.
    public func send(_ bytes: [UInt8]) {
        mailbox.post(.send(request, bytes))
    }

    /// Ends an answer that has begun.
    public func finish() {
        mailbox.post(.finish(request))
    }
}
