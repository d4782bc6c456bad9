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
                _exit(signal == .sigint ? 128 + SIGINT : 128 + SIGTERM)
            }
            isStopping = true
        }
    }
}
