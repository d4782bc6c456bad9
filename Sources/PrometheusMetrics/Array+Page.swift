/// The parts of a page in the text format.
extension [UInt8] {
    mutating func write(_ text: String) {
        append(contentsOf: text.utf8)
    }

    /// Writes a text on one line; only label values stand in quotes.
    mutating func write(escaped text: String, quotes: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): write("\\\\")
            case UInt8(ascii: "\n"): write("\\n")
            case UInt8(ascii: "\"") where quotes: write("\\\"")
            default: append(byte)
            }
        }
    }

    mutating func writeHeader(_ name: MetricName, _ kind: MetricKind, help: String?) {
        if let help, !help.isEmpty {
            write("# HELP \(name.text) ")
            write(escaped: help, quotes: false)
            write("\n")
        }
        write("# TYPE \(name.text) \(kind.name)\n")
    }

    mutating func writeSample(_ name: MetricName, suffix: String = "", _ labels: LabelSet, _ value: String) {
        write(name.text)
        write(suffix)
        if !labels.bytes.isEmpty {
            write("{")
            append(contentsOf: labels.bytes)
            write("}")
        }
        write(" ")
        write(value)
        write("\n")
    }
}
