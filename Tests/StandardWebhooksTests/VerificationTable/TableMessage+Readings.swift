import StandardWebhooks

extension TableMessage {
    /// The UTF-8 bytes of every secret.
    var secretBytes: [[UInt8]] {
        secrets.map { Array($0.utf8) }
    }

    /// The message with another value in each header called `name`.
    func changing(_ name: String, _ change: (String) -> String) -> TableMessage {
        var copy = self
        copy.headers = headers.map { $0.name.lowercased() == name ? ($0.name, change($0.value)) : $0 }
        return copy
    }

    func changingKeys(_ change: ([SigningKey]) -> [SigningKey]) -> TableMessage {
        var copy = self
        copy.keys = change(keys)
        return copy
    }

    /// The headers as `dict(headers)` and lower names make them: per spelling the last value, then the last spelling.
    func readingHeadersAsDictionary() -> TableMessage {
        var spellings: [(name: String, value: String)] = []
        for header in headers {
            if let index = spellings.firstIndex(where: { $0.name == header.name }) {
                spellings[index] = header
            } else {
                spellings.append(header)
            }
        }
        var copy = self
        copy.headers = []
        for header in spellings {
            copy.headers.removeAll { $0.name.lowercased() == header.name.lowercased() }
            copy.headers.append(header)
        }
        return copy
    }

    /// The message with names in lower case, as Unicode defines it.
    func loweringNames() -> TableMessage {
        var copy = self
        copy.headers = headers.map { ($0.name.lowercased(), $0.value) }
        return copy
    }

    /// The message under an id that we take, and signed anew wherever one of its keys has signed it.
    func takingAnyID() throws -> TableMessage {
        let values = HeaderName.all.map { name in headers.filter { $0.name.lowercased() == name }.map(\.value) }
        guard values.allSatisfy({ $0.count == 1 }), let id = values[0].first, let timestamp = values[1].first,
            !id.isEmpty, !MessageID.isValid(id)
        else { return self }
        let signature = { (id: String, key: SigningKey) in
            try TestSignature.v1(id: Array(id.utf8), timestamp: Array(timestamp.utf8), body: body, key: key)
        }
        var copy = changing(HeaderName.id) { _ in "another" }
        for key in keys {
            let (old, new) = (try signature(id, key), try signature("another", key))
            copy = copy.changing(HeaderName.signature) { $0.replacing(old, with: new) }
        }
        return copy
    }
}
