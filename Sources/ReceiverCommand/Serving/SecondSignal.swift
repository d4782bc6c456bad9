import Foundation
import PolarHandlers
import UnixSignals

/// The end for who does not want to wait for a drain: nothing is lost, what runs is taken up at the next start.
struct SecondSignal {
    private let signals: UnixSignalsSequence

    /// Counts SIGTERM and SIGINT from now on.
    init() async {
        signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    }

    /// Ends the process and the programs of its handlers at the second one; returns when cancelled.
    func endsProcess() async {
        var isStopping = false
        for await signal in signals {
            if isStopping {
                RunningPrograms.kill()
                _exit(signal == .sigint ? 128 + SIGINT : 128 + SIGTERM)
            }
            isStopping = true
        }
    }
}
