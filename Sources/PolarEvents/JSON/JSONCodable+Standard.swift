// How the standard library's types are read and written.

extension String: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = try reader.text(json).string(in: json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.write(self)
    }
}

extension Int: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = Int(try reader.integer(json))
    }

    func encode(to writer: inout JSONWriter) {
        writer.writeRaw(description)
    }
}

extension Bool: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = try reader.bool(json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.writeRaw(self ? "true" : "false")
    }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = try reader.skipNull(json) ? nil : try Wrapped(from: &reader, json)
    }

    func encode(to writer: inout JSONWriter) {
        if let self { self.encode(to: &writer) } else { writer.null() }
    }
}

extension Array: JSONCodable where Element: JSONCodable {
    init(from reader: inout JSONReader, _ json: RawSpan) throws(JSONError) {
        self = try reader.elements(json)
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { writer.element(element) }
        writer.endArray()
    }
}
