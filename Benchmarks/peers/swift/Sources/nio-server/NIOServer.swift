import NIOCore
import NIOHTTP1
import NIOPosix
import Peer

/// SwiftNIO with its own HTTP/1.1 pipeline and one handler, one event loop per processor.
@main struct NIOServer {
    static func main() async throws {
        let options = PeerOptions()
        let group = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 4096)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(MessageHandler(check: options.check))
                }
            }
            .bind(host: "127.0.0.1", port: options.port)
            .get()
        try await channel.closeFuture.get()
    }
}
