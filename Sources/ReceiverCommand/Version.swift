/// The version of the receiver.
enum Version {
    static let current = "0.1.0"
}
