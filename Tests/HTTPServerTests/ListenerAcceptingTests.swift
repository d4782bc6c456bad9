import Glibc
import Testing

@testable import HTTPServer

struct ListenerAcceptingTests {
    @Test(arguments: [EMFILE, ENFILE, ENOBUFS, ENOMEM])
    func `has no room when the system has none`(error: Int32) {
        guard case .noRoom(error) = Listener.failure(error) else {
            Issue.record("takes \(ServerError.text(error)) for something else")
            return
        }
    }
}
