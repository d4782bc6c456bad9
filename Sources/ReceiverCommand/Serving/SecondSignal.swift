import Foundation

/// The end for who does not want to wait for a drain: nothing is lost, what runs is taken up at the next start.
enum SecondSignal {
    /// Lets the next SIGTERM or SIGINT end the process at once.
    static func endsProcess() {
        // Not the default action: the first process of a container has none.
        for number in [SIGTERM, SIGINT] {
            signal(number) { _exit(128 + $0) }
        }
    }
}
