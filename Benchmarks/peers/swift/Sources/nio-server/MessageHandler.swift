import Foundation
import NIOCore
import NIOHTTP1
import Peer

/// Collects a request and answers it.
final class MessageHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let check: SignatureCheck?
    private var head: HTTPRequestHead?
    private var body = ByteBuffer()

    init(check: SignatureCheck?) {
        self.check = check
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head)
        case .body(var part): body.writeBuffer(&part)
        case .end: finish(context: context)
        }
    }

    private func begin(_ head: HTTPRequestHead) {
        self.head = head
        body.clear()
    }

    private func finish(context: ChannelHandlerContext) {
        guard let head else { return }
        self.head = nil
        respond(context: context, isAccepted: accepts(head), isKeptAlive: head.isKeepAlive)
    }

    private func accepts(_ head: HTTPRequestHead) -> Bool {
        guard let check else { return true }
        return body.withUnsafeReadableBytes { bytes in
            check.accepts(
                id: head.headers.first(name: "webhook-id"),
                timestamp: head.headers.first(name: "webhook-timestamp"),
                signature: head.headers.first(name: "webhook-signature"),
                body: bytes
            )
        }
    }

    private func respond(context: ChannelHandlerContext, isAccepted: Bool, isKeptAlive: Bool) {
        let text = isAccepted ? PeerAnswer.accepted : PeerAnswer.refused
        var headers: HTTPHeaders = ["content-type": "application/json", "content-length": "\(text.utf8.count)"]
        if !isKeptAlive { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: isAccepted ? .accepted : .forbidden, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: text)))), promise: nil)
        let written = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !isKeptAlive { written.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
    }
}
