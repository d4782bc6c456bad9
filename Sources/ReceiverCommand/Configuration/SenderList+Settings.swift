import Foundation
import HTTPServer
import PolarReceiver

extension SenderList {
    /// Reads the list of an endpoint; nil when it has none.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init?(_ reader: SettingReader, under prefix: String) throws {
        let refusesOthers = try reader.flag("\(prefix).refuse_other_senders")
        guard let path = reader.optionalText("\(prefix).sender_file") else {
            guard !refusesOthers else { throw Self.missing(prefix) }
            return nil
        }
        self.init(try Self.ranges(ofFile: path), refusesOthers: refusesOthers)
    }

    private static func missing(_ prefix: String) -> CommandFailure {
        let keys = (SettingName.both("\(prefix).refuse_other_senders"), SettingName.both("\(prefix).sender_file"))
        return .configuration("The setting \(keys.0) is true, so \(keys.1) must name a file with addresses.")
    }

    /// The ranges in a file, one on a line; what follows `#` is a comment.
    private static func ranges(ofFile path: String) throws -> [AddressRange] {
        let text: String
        do { text = try String(contentsOf: URL(filePath: path), encoding: .utf8) } catch {
            throw CommandFailure.configuration("Cannot read the sender file \(path): name a readable UTF-8 text file.")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        let ranges = try lines.compactMap { index, line in try range(line, place: "Line \(index + 1) of \(path)") }
        guard !ranges.isEmpty else {
            throw CommandFailure.configuration("The sender file \(path) is empty; put one address on each line.")
        }
        return ranges
    }

    private static func range(_ line: Substring, place: String) throws -> AddressRange? {
        let text = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty else { return nil }
        guard let range = AddressRange(text) else {
            throw CommandFailure.configuration(
                "\(place) is \(text), it must be an address such as 192.0.2.1, 10.0.0.0/8 or fd00::/8."
            )
        }
        return range
    }
}
