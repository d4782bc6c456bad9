import FuzzSupport
import WireSources

/// What holds for any beginning of a connection.
struct ProxyHeaderInvariants {
    /// What the reader makes of some bytes.
    private enum Outcome: Equatable {
        case needsMore
        case header(ProxyHeader)
        case refused(ProxyHeaderError)
    }

    /// The most bytes that a header can have.
    private static let limit = 4_096

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Checks all of them.
    func check() throws(BrokenInvariant) {
        let whole = outcome(bytes.count)
        var last = Outcome.needsMore
        for count in 0...min(bytes.count, Self.limit) {
            let next = outcome(count)
            guard last == .needsMore else {
                try require(next == last, "what was decided changes with the bytes that follow")
                continue
            }
            last = next
        }
        try require(last == whole, "bytes that come one by one are another header")
        try checkLength(whole)
        try checkText(whole)
    }

    private func checkLength(_ outcome: Outcome) throws(BrokenInvariant) {
        switch outcome {
        case .needsMore: try require(bytes.count < Self.limit, "a header has no end")
        case .header(let header):
            try require((1...min(bytes.count, Self.limit)).contains(header.length), "a header has a wrong length")
            let shorter = self.outcome(header.length - 1)
            try require(shorter == .needsMore, "a header is complete before its last byte")
        case .refused: break
        }
    }

    /// What names a client in version 1 has its address as a word.
    private func checkText(_ outcome: Outcome) throws(BrokenInvariant) {
        guard case .header(let header) = outcome, let client = header.client, bytes.starts(with: Array("PROXY".utf8))
        else { return }
        let words = bytes[..<header.length].split(separator: UInt8(ascii: " "))
        let addresses = words.compactMap { ClientAddress(String(decoding: $0, as: UTF8.self)) }
        try require(addresses.count == 2 && addresses.first == client, "a line names another client")
    }

    private func outcome(_ count: Int) -> Outcome {
        do throws(ProxyHeaderError) {
            return try ProxyHeader.read(bytes.span.bytes.extracting(0..<count)).map(Outcome.header) ?? .needsMore
        } catch {
            return .refused(error)
        }
    }
}
