/// A name that is right for a folder, a package, a program and an image alike.
struct PackageName: Hashable, Sendable, CustomStringConvertible {
    let description: String

    init?(_ text: String) {
        // Two packages of one name cannot be told apart.
        guard text != "polar-receiver", text.count <= 64 else { return nil }
        guard text.wholeMatch(of: /[a-z]([a-z0-9-]*[a-z0-9])?/) != nil else { return nil }
        description = text
    }

    /// Why a text is no name, and what is one.
    static func sentence(refusing text: String) -> String {
        if text == "polar-receiver" { return "polar-receiver is the name of what you build on; choose another one." }
        return """
            '\(text)' cannot name a package: take up to 64 small letters, digits and hyphens, a letter first, \
            such as my-shop.
            """
    }
}
