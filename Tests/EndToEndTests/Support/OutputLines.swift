import Foundation
import Synchronization

/// The lines a process prints, to wait for one.
final class OutputLines: Sendable {
    private struct Waiter: Sendable {
        let id: Int
        let isWanted: @Sendable (String) -> Bool
        let resume: @Sendable (String?) -> Void
    }

    private struct State {
        var lines: [String] = []
        var waiters: [Waiter] = []
        var nextID = 0
        var hasEnded = false
    }

    private let state = Mutex(State())

    /// Reads `file` to its end on a thread of its own.
    init(reading file: FileHandle) {
        Thread.detachNewThread {
            var rest = Data()
            while case let block = Self.block(from: file), !block.isEmpty {
                rest += block
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    self.add(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
                    rest.removeSubrange(rest.startIndex...end)
                }
            }
            self.end()
        }
    }

    /// What there is to read, empty at the end; `FileHandle.availableData` traps when a signal interrupts it.
    private static func block(from file: FileHandle) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(file.fileDescriptor, &block, block.count)
            if count >= 0 || errno != EINTR { return Array(block.prefix(max(0, count))) }
        }
    }

    /// Everything printed so far.
    var all: [String] { state.withLock { $0.lines } }

    /// The first line, printed already or to come, that is wanted; nil when the process ends without it or some minutes pass.
    func first(where isWanted: @escaping @Sendable (String) -> Bool) async -> String? {
        await withCheckedContinuation { continuation in
            let found = state.withLock { state -> (line: String?, waiter: Int?) in
                if let line = state.lines.first(where: isWanted) { return (line, nil) }
                guard !state.hasEnded else { return (nil, nil) }
                state.nextID += 1
                state.waiters.append(
                    Waiter(id: state.nextID, isWanted: isWanted) { continuation.resume(returning: $0) }
                )
                return (nil, state.nextID)
            }
            guard let id = found.waiter else { return continuation.resume(returning: found.line) }
            // Not a wait for something to happen, but the end of the test's patience.
            DispatchQueue.global().asyncAfter(deadline: .now() + 300) { self.giveUp(id) }
        }
    }

    private func add(_ line: String) {
        let satisfied = state.withLock { state in
            state.lines.append(line)
            let satisfied = state.waiters.filter { $0.isWanted(line) }
            state.waiters.removeAll { waiter in satisfied.contains { $0.id == waiter.id } }
            return satisfied
        }
        satisfied.forEach { $0.resume(line) }
    }

    private func end() {
        let waiters = state.withLock { state in
            state.hasEnded = true
            defer { state.waiters = [] }
            return state.waiters
        }
        waiters.forEach { $0.resume(nil) }
    }

    private func giveUp(_ id: Int) {
        let waiter = state.withLock { state in
            let waiter = state.waiters.first { $0.id == id }
            state.waiters.removeAll { $0.id == id }
            return waiter
        }
        waiter?.resume(nil)
    }
}
