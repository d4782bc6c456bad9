import Foundation
import Logging
import Testing

@testable import ReceiverCommand

struct LineLogHandlerTests {
    @Test func `writes whole lines with the metadata of logger and entry`() throws {
        let pipe = Pipe()
        let writer = LogWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor) { _ in "" }
        var logger = Logger(label: "test") { _ in
            let formatter = LogFormatter(format: .json, usesColour: false)
            return LineLogHandler(formatter: formatter, writer: writer, level: LogLevel(.info))
        }
        logger[metadataKey: "a"] = "logger"
        logger[metadataKey: "b"] = "logger"
        logger.debug("left out")
        logger.info("first", metadata: ["b": "entry"])
        logger.error("second")
        #expect(writer.flush(within: .seconds(300)))
        try pipe.fileHandleForWriting.close()
        let lines = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self).split(
            separator: "\n"
        )
        let objects = try lines.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        #expect(objects.map { $0["message"] } == ["first", "second"])
        #expect(objects.map { $0["a"] } == ["logger", "logger"])
        #expect(objects.map { $0["b"] } == ["entry", "logger"])
    }
}
