import Foundation
import PolarReceiverTesting

/// Measures how long PolarEvents and Foundation take to decode the same bodies, and prints one JSON object per batch.
///
/// `Benchmarks/run-decode` calls it in turn with its peers and makes a table of what they all print.
@main enum DecodeBenchmark {
    static func main() throws {
        let subjects = try [
            Subject("customer.created", as: Twins.Customer.self),
            Subject("order.paid", as: Twins.Order.self),
            Subject("subscription.active", as: Twins.Subscription.self),
        ]
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--write" {
            try write(subjects, into: URL(filePath: CommandLine.arguments[2], directoryHint: .isDirectory))
        } else {
            for subject in subjects { try measure(subject) }
        }
    }

    /// Writes the bodies into files for the peers.
    private static func write(_ subjects: [Subject], into folder: URL) throws {
        for subject in subjects {
            try Data(subject.body).write(to: folder.appending(path: "\(subject.type).json"))
        }
    }

    /// The batches of all decoders take turns, so that a disturbance meets them all.
    private static func measure(_ subject: Subject) throws {
        let batches = try subject.decoders.map { (name, decode) in (name, try Batch(decode)) }
        for _ in 0..<Batch.count {
            for (name, batch) in batches {
                let nanoseconds = try batch.nanosecondsPerCall()
                print(#"{"decoder": "\#(name)", "payload": "\#(subject.type)", "nanoseconds": \#(nanoseconds)}"#)
            }
        }
    }
}
