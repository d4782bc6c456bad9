import Foundation
import Glibc

/// A program that was started, and the children it has in its process group.
struct ProcessGroup: Hashable, Sendable {
    private let leader: pid_t

    /// - Parameter leader: a child of this process that has a process group of its own.
    init(leader: pid_t) {
        self.leader = leader
    }

    /// Whether the program has ended; asked before its status is collected.
    var leaderHasEnded: Bool {
        var information = siginfo_t()
        guard waitid(P_PID, id_t(leader), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
        return information.si_signo != 0
    }

    /// Kills whatever is left of the group.
    func kill() {
        guard leader > 1 else { return }
        Glibc.kill(-leader, SIGKILL)
    }

    /// Gives a group that was asked to end some time, then kills what is left of it.
    ///
    /// The system gives a group's number to nobody else while the group has members.
    func end(within grace: Duration) async {
        // A cancelled task cannot sleep, this one can; it is awaited, so it outlives nothing.
        await Task {
            let end = ContinuousClock.now + grace
            while isAlive, .now < end { try? await Task.sleep(for: .milliseconds(20)) }
            if isAlive { kill() }
        }.value
    }

    // MARK: Members

    /// Whether anybody in the group still runs.
    ///
    /// Those that have ended belong to the group until their parent has noticed, which can take for ever: a child whose
    /// parent has ended becomes the child of process 1, and in a container that may be this one.
    private var isAlive: Bool {
        guard leader > 1, Glibc.kill(-leader, 0) == 0 else { return false }
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
        return names?.contains(where: isMember) ?? true
    }

    private func isMember(_ name: String) -> Bool {
        guard pid_t(name) != nil else { return false }
        // Gone meanwhile is no error.
        let status = (try? Data(contentsOf: URL(filePath: "/proc/\(name)/stat"))) ?? Data()
        // proc(5): number, name in brackets, state, parent, group. Anything may be in the name.
        guard let end = status.lastIndex(of: UInt8(ascii: ")")) else { return false }
        let fields = status[end...].split(separator: UInt8(ascii: " ")).dropFirst().prefix(3)
        guard let state = fields.first, let group = fields.last else { return false }
        return Array(group) == Array("\(leader)".utf8) && Array(state) != Array("Z".utf8)
    }
}
