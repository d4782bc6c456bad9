import Foundation
import PolarAPI

/// Keeps the progress of each endpoint beside the inbox, so that a check goes on where the last one ended.
package struct ProgressFile: Sendable {
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    private let path: String

    /// - Parameter path: the file, which need not be there yet.
    package init(path: String) {
        self.path = path
    }

    /// What is noted of the endpoint with this id in Polar.
    package func progress(of endpoint: String) throws(ReconciliationError) -> EndpointProgress {
        try read()[endpoint] ?? EndpointProgress()
    }

    /// Notes it; the file is written whole or not at all.
    package func set(_ progress: EndpointProgress, of endpoint: String) throws(ReconciliationError) {
        var all = try read()
        all[endpoint] = progress
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(date.formatted(Self.style))
        }
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let bytes: [UInt8]
        do { bytes = Array(try encoder.encode(all)) } catch { throw .progressFile(path) }
        guard PrivateReplacement.write(bytes, to: path) else { throw .progressFile(path) }
    }

    private func read() throws(ReconciliationError) -> [String: EndpointProgress] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            try Self.style.parse(try decoder.singleValueContainer().decode(String.self))
        }
        do {
            return try decoder.decode([String: EndpointProgress].self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .progressFile(path)
        }
    }
}
