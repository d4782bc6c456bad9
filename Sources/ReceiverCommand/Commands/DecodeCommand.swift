import ArgumentParser
import Foundation
import PolarEvents
import PolarReceiver

/// `polar-receiver decode`.
struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decode payloads into their typed models, and print those as JSON.",
        discussion: """
            A file holds one payload, or one in each line. Each gives one line on standard output: every field that this \
            version knows, or {"error":"..."} with the JSON path of what is wrong; the exit code is 1 if there is such a \
            line. Events of unknown type are printed as they are.
            """
    )

    @Argument(help: ArgumentHelp("Files with payloads, - for standard input.", valueName: "file"))
    var files = ["-"]

    func run() throws {
        var failures = 0
        for file in files {
            for payload in PayloadFile.payloads(in: try InputFile.read(file)) {
                let (line, isDecoded) = Self.decode(payload)
                if !isDecoded { failures += 1 }
                try StandardStream.output(line)
            }
        }
        guard failures == 0 else {
            throw CommandFailure(
                "\(failures == 1 ? "A payload" : "\(failures) payloads") could not be decoded; see above."
            )
        }
    }

    private static func decode(_ payload: [UInt8]) -> (line: String, isDecoded: Bool) {
        do throws(DecodingFailure) {
            let event = WebhookEvent(id: "", body: payload)
            if case .unknown = event.payload, let type = event.type, type.isKnown {
                return (#"{"error":"$.data is missing in an event of the type \#(type.rawValue)."}"#, false)
            }
            let encoded = try event.encoded()
            return (PrintableText.escapedJSON(String(decoding: encoded, as: UTF8.self)), true)
        } catch {
            return (PrintableText.escapedJSON(#"{"error":\#(JSONText.quoted("\(error)"))}"#), false)
        }
    }
}
