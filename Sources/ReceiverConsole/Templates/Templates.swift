/// The pages and their parts as Mustache.
///
/// They are part of the program: a file beside it could be missing, or another version's.
enum Templates {
    enum Name: String, CaseIterable {
        case frame, signIn, overview, messages, message, body, deadLetters, handlers, events, live, notice
        case messageRow, activityRow, pager
    }

    static let all: [(String, String)] = Name.allCases.map { ($0.rawValue, text(of: $0)) }

    private static func text(of name: Name) -> String {
        switch name {
        case .frame: frame
        case .signIn: signIn
        case .overview: overview
        case .messages: messages
        case .message: message
        case .body: body
        case .deadLetters: deadLetters
        case .handlers: handlers
        case .events: events
        case .live: live
        case .notice: notice
        case .messageRow: messageRow
        case .activityRow: activityRow
        case .pager: pager
        }
    }
}
