/// A JSON object whose names are data, such as metadata: its members in the order in which they came.
///
/// Names are told apart byte by byte, as JSON does. A dictionary would take `é` as one character and `é` made of two for
/// the same name, and lose one of them.
public struct JSONMap<Value: Sendable>: Sendable {
    /// A name and its value.
    public typealias Element = (name: String, value: Value)

    private var members: [Element]

    /// Takes members; of those with the same name the last one counts, as in Python and JavaScript.
    public init(_ members: [(name: String, value: Value)] = []) {
        self.members = Self.hasDuplicates(members) ? Self.withoutDuplicates(members) : members
    }

    /// The value of a member, nil where there is none; nil removes a member.
    public subscript(name: String) -> Value? {
        get { index(of: name).map { members[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    private func index(of name: String) -> Int? {
        members.firstIndex { Name($0.name) == Name(name) }
    }

    // MARK: Duplicates

    private static func hasDuplicates(_ members: [Element]) -> Bool {
        // Most maps are small; comparing all with all is quicker then than hashing.
        guard members.count <= 16 else { return Set(members.map { Name($0.name) }).count < members.count }
        return members.indices.contains { index in
            members[..<index].contains { Name($0.name) == Name(members[index].name) }
        }
    }

    private static func withoutDuplicates(_ members: [Element]) -> [Element] {
        var last: [Name: Int] = [:]
        for (index, member) in members.enumerated() { last[Name(member.name)] = index }
        return members.indices.filter { last[Name(members[$0].name)] == $0 }.map { members[$0] }
    }
}

/// A name that equals another one only if all bytes are the same.
private struct Name: Hashable {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: Name, right: Name) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        // Not the text: all the spellings that Unicode takes for one would share a hash, and there can be very many.
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension JSONMap: RandomAccessCollection {
    /// Where the first member is.
    public var startIndex: Int { members.startIndex }

    /// Behind the last member.
    public var endIndex: Int { members.endIndex }

    /// The member at an index.
    public subscript(index: Int) -> Element { members[index] }
}

extension JSONMap: ExpressibleByDictionaryLiteral {
    /// Takes members; of those with the same name the last one counts.
    public init(dictionaryLiteral members: (String, Value)...) {
        self.init(members.map { (name: $0.0, value: $0.1) })
    }
}

extension JSONMap: Equatable where Value: Equatable {
    /// Whether both have the same members, in whatever order.
    public static func == (left: JSONMap, right: JSONMap) -> Bool {
        left.count == right.count
            && left.sorted().elementsEqual(right.sorted()) { Name($0.name) == Name($1.name) && $0.value == $1.value }
    }

    private func sorted() -> [Element] {
        members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension JSONMap: Hashable where Value: Hashable {
    /// Mixes the members without regard to their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(
            members.reduce(into: 0) { sum, member in
                var own = Hasher()
                own.combine(member.name)
                own.combine(member.value)
                sum ^= own.finalize()
            }
        )
    }
}

extension JSONMap: JSONDecodable where Value: JSONDecodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self.init(try reader.members(json))
    }
}

extension JSONMap: JSONEncodable where Value: JSONEncodable {
    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for member in members { writer.member(member.name, member.value) }
        writer.endObject()
    }
}
