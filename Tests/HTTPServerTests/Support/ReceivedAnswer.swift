/// An answer as a client sees it.
struct ReceivedAnswer {
    struct Malformed: Error {
        let head: String
    }

    let status: Int
    let fields: [(name: String, value: String)]
    var body = ""

    init(head: String) throws {
        let lines = head.split(separator: "\r\n")
        let start = lines.first?.split(separator: " ", maxSplits: 2) ?? []
        guard start.first == "HTTP/1.1", start.count >= 2, let status = Int(start[1]) else {
            throw Malformed(head: head)
        }
        self.status = status
        fields = try lines.dropFirst().map { line in
            guard let colon = line.firstRange(of: ": ") else { throw Malformed(head: head) }
            return (line[..<colon.lowerBound].lowercased(), String(line[colon.upperBound...]))
        }
    }

    /// The value of the one field of that name in lower case.
    subscript(name: String) -> String? {
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.count == 1 ? values.first : nil
    }

    var closes: Bool { self["connection"] == "close" }
}
