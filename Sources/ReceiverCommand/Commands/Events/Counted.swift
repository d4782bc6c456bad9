/// Numbers of things in sentences.
enum Counted {
    static func messages(_ count: Int) -> String {
        count == 1 ? "1 message" : "\(count) messages"
    }

    static func deliveries(_ count: Int) -> String {
        count == 1 ? "1 delivery" : "\(count) deliveries"
    }
}
