/// A lane or topic of one handler, compared by its bytes as a database does.
struct HandlerKey: Hashable {
    let handler: HandlerID
    private let name: [UInt8]

    init(_ handler: HandlerID, _ name: String) {
        self.handler = handler
        self.name = Array(name.utf8)
    }
}
