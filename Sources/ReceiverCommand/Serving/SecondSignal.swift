import Foundation
import PolarHandlers
import UnixSignals

/// The end for who does not want to wait for a drain: nothing is lost, what runs is taken up at the next start.
struct SecondSignal {
    private let signals: UnixSignalsSequence
    private let log: ServeLog

    /// Counts SIGTERM and SIGINT from now on.
    init(log: ServeLog) async {
        self.log = log
        signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    }

    /// Ends the process and the programs of its handlers at the second one; returns when cancelled.
    func endsProcess() async {
        var isStopping = false
        for await signal in signals {
            if isStopping {
                RunningPrograms.kill()
                log.finish()
                Self.endProcess(after: signal)
            }
            isStopping = true
        }
    }

    /// Ends the process at once, with the exit status that a shell reports of the signal.
    static func endProcess(after signal: UnixSignal) -> Never {
        _exit(signal == .sigint ? 128 + SIGINT : 128 + SIGTERM)
    }
}
