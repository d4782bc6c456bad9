import Foundation
import PolarEvents
import PolarReceiver
import StandardWebhooks

/// A signed message as somebody copied it from somewhere, to be verified by hand.
struct CopiedMessage {
    var id: String
    var timestamp: String
    var signature: String
    var body: [UInt8]
    var secrets: [SecretText]

    /// Verifies the message by both key rules.
    ///
    /// - Throws: ``VerificationError``, or ``CommandFailure`` where a secret cannot be used.
    func verify(tolerance: Duration) throws -> (match: EndpointVerifier.Match, secretCount: Int) {
        let secrets = try ConfiguredSecrets.secrets(secrets)
        let verifier = try EndpointVerifier(endpoint: WebhookEndpoint(secrets: secrets, tolerance: tolerance))
        let (id, timestamp, signature) = (Array(id.utf8), Array(timestamp.utf8), Array(signature.utf8))
        let key = try verifier.verify(
            id: id.span.bytes,
            timestamp: timestamp.span.bytes,
            signature: signature.span.bytes,
            body: body.span.bytes,
            now: Int64(Date().timeIntervalSince1970)
        )
        return (verifier.matches[key], secrets.count)
    }
}

/// Finds the copying mistake because of which a message does not verify.
///
/// It undoes one mistake after the other, then two at a time, until the message verifies.
struct MessageDiagnosis {
    /// One mistake undone.
    private struct Repair {
        /// Completes the sentence "The message verifies …".
        let text: String
        let apply: (CopiedMessage) -> CopiedMessage

        init(_ text: String, _ apply: @escaping (CopiedMessage) -> CopiedMessage) {
            self.text = text
            self.apply = apply
        }
    }

    private let message: CopiedMessage

    init(_ message: CopiedMessage) {
        self.message = message
    }

    /// The mistake in one sentence; nil where none of the usual ones explains it.
    func mistake() -> String? {
        let (bodies, headers, secrets) = (bodyRepairs(), headerRepairs(), secretRepairs())
        let all = bodies + headers + secrets
        if let repair = all.first(where: { fits([$0]) }) { return sentence([repair]) }
        for (some, others) in [(bodies, headers + secrets), (headers, secrets), (headers, headers)] {
            for one in some {
                if let other = others.first(where: { fits([one, $0]) }) { return sentence([one, other]) }
            }
        }
        return nil
    }

    private func sentence(_ repairs: [Repair]) -> String {
        "The message verifies \(repairs.map(\.text).joined(separator: ", and ")); copy it again byte for byte."
    }

    private func fits(_ repairs: [Repair]) -> Bool {
        let repaired = repairs.reduce(message) { message, repair in repair.apply(message) }
        // nil: what does not verify is no mistake to name.
        return (try? repaired.verify(tolerance: .seconds(Int64.max))) != nil
    }

    // MARK: Body

    private func bodyRepairs() -> [Repair] {
        let body = message.body
        let lineFeed = UInt8(ascii: "\n")
        let trimmed = Array(body.reversed().drop { [0x0A, 0x0D, 0x20, 0x09].contains($0) }.reversed())
        let unix = Array(
            body.split(separator: [0x0D, 0x0A], omittingEmptySubsequences: false).joined(separator: [0x0A])
        )
        let windows = Array(
            unix.split(separator: lineFeed, omittingEmptySubsequences: false).joined(separator: [0x0D, 0x0A])
        )
        var candidates: [(String, [UInt8])] = [
            (
                "without the line end behind the body, which an editor or 'events show --body' adds",
                withoutLineEnd(body)
            ),
            ("without the white space behind the body, which an editor adds", trimmed),
            ("with a line end behind the body, which a shell takes away", body + [lineFeed]),
            ("with CR and LF behind the body", body + [0x0D, lineFeed]),
            ("with LF for each CR LF in the body, which a transfer as text changes", unix),
            ("with CR LF for each LF in the body, which a transfer as text changes", windows),
        ]
        if body.starts(with: [0xEF, 0xBB, 0xBF]) {
            candidates.append(("without the byte order mark before the body", Array(body.dropFirst(3))))
        }
        candidates += JSONSpelling.all(of: body).map {
            ("with the JSON of the body written \($0.name), so the body was parsed and written anew", $0.bytes)
        }
        return candidates.filter { $0.1 != body }.map { text, bytes in
            Repair(text) { message in
                var message = message
                message.body = bytes
                return message
            }
        }
    }

    private func withoutLineEnd(_ body: [UInt8]) -> [UInt8] {
        guard body.last == UInt8(ascii: "\n") else { return body }
        let line = body.dropLast()
        return Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }

    // MARK: Headers

    private func headerRepairs() -> [Repair] {
        [
            Repair("without the quotation marks and blanks around the headers") { message in
                var message = message
                message.id = Self.value(message.id, of: HeaderName.id)
                message.timestamp = Self.value(message.timestamp, of: HeaderName.timestamp)
                message.signature = Self.value(message.signature, of: HeaderName.signature)
                return message
            },
            Repair("with id and timestamp in each other's place") { message in
                var message = message
                (message.id, message.timestamp) = (message.timestamp, message.id)
                return message
            },
            Repair("with the seconds of a timestamp in milliseconds") { message in
                var message = message
                if message.timestamp.utf8.count == 13 { message.timestamp = String(message.timestamp.dropLast(3)) }
                return message
            },
            signatureRepair("with spaces between the signatures") {
                $0.replacing(",v1", with: " v1").split { $0.isWhitespace || $0 == ";" }.joined(separator: " ")
            },
            signatureRepair("with 'v1,' before the signature") { "v1,\($0)" },
            signatureRepair("with the padding '=' behind the signature") { text in
                let missing = (4 - (text.utf8.count - 3) % 4) % 4
                return text + String(repeating: "=", count: missing)
            },
            signatureRepair("with the standard alphabet of base64 in the signature") {
                $0.replacing("-", with: "+").replacing("_", with: "/")
            },
        ]
    }

    private func signatureRepair(_ text: String, _ change: @escaping (String) -> String) -> Repair {
        Repair(text) { message in
            var message = message
            message.signature = change(message.signature)
            return message
        }
    }

    /// The value of a header that was copied with its name, or with something around it.
    private static func value(_ text: String, of name: String) -> String {
        let trimmed = SecretText(text).trimmed
        guard trimmed.lowercased().hasPrefix("\(name):") else { return trimmed }
        return SecretText(String(trimmed.dropFirst(name.count + 1))).trimmed
    }

    // MARK: Secrets

    private func secretRepairs() -> [Repair] {
        let changes: [(String, (String) -> String?)] = [
            (
                "with the secret without the comment behind it",
                { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
            ),
            ("with the secret without the blanks in it", { $0.filter { !$0.isWhitespace } }),
            (
                "with the secret without its prefix, taken as text",
                { text in
                    ["whsec_", "polar_whs_"].first { text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) }
                }
            ),
            (
                "with the base64 part of the secret decoded, which is not the rule for secrets that begin so",
                { text in
                    text.hasPrefix("polar_whs_") ? "whsec_\(text.dropFirst("polar_whs_".count))" : nil
                }
            ),
        ]
        return changes.map { text, change in
            Repair(text) { message in
                var message = message
                message.secrets = message.secrets.compactMap { change($0.trimmed) }.map { SecretText($0) }
                return message
            }
        }
    }
}

/// The ways in which programs write the same JSON document.
private struct JSONSpelling {
    let name: String
    let bytes: [UInt8]

    /// The usual spellings of a document; none of what is not JSON.
    static func all(of body: [UInt8]) -> [JSONSpelling] {
        // nil: it is not JSON, which cannot be written anew.
        guard let compact = try? JSONValue(parsing: body).encoded() else { return [] }
        let spaced = spaced(compact)
        return [
            JSONSpelling(name: "without white space", bytes: compact),
            JSONSpelling(name: "with escapes for what is not ASCII", bytes: ascii(compact)),
            JSONSpelling(name: "with a blank behind each comma and colon", bytes: spaced),
            JSONSpelling(name: "with blanks, and escapes for what is not ASCII", bytes: ascii(spaced)),
            JSONSpelling(name: "with escaped slashes", bytes: slashed(compact)),
        ]
    }

    private static func ascii(_ document: [UInt8]) -> [UInt8] {
        String(decoding: document, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.isASCII { return [UInt8(truncatingIfNeeded: scalar.value)] }
            return String(scalar).utf16.flatMap { Array("\\u\(String(format: "%04x", $0))".utf8) }
        }
    }

    private static func slashed(_ document: [UInt8]) -> [UInt8] {
        document.flatMap { $0 == UInt8(ascii: "/") ? Array(#"\/"#.utf8) : [$0] }
    }

    private static func spaced(_ document: [UInt8]) -> [UInt8] {
        var (text, isInString, isEscaped): ([UInt8], Bool, Bool) = ([], false, false)
        for byte in document {
            text.append(byte)
            if isInString {
                isInString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
                text.append(UInt8(ascii: " "))
            }
        }
        return text
    }
}
