import Foundation
import Logging
import PolarReceiver
import PolarReceiverTesting
import Testing

@testable import PolarHandlers

@Suite(.timeLimit(.minutes(6)))
struct ExecHandlerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A module whose program is the shell with a script that finds the folder in `$1`.
    ///
    /// A file just written cannot always be run while other tests start programs: those hold it open for a moment.
    private func module(
        script: String,
        options: [String: String] = [:],
        environment: [String: String] = ["PATH": "/usr/bin:/bin"],
        grace: Duration = .seconds(2),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> StartedModule {
        try folder.write(script, to: "script")
        let own = ["program": "/bin/sh", "arguments": "\(folder.file("script")),\(folder.path)"]
        let options = HandlerOptions(id: "run", own.merging(options) { $1 })
        return try await StartedModule(ExecHandler(options, receiver: environment, grace: grace), logger: logger)
    }

    // MARK: What the program gets

    @Test func `gives the program the body and the facts, and nothing else`() async throws {
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": "/nowhere", "LANG": "C", "TOKEN": "t", "POLAR_WEBHOOK_SECRET": "s",
            "POLAR_HANDLER": "other",
        ]
        let module = try await module(
            script: #"cat >"$1/body"; cat /proc/$$/environ >"$1/environment"; pwd >"$1/where""#,
            options: ["environment": "TOKEN, MISSING, POLAR_HANDLER", "directory": "/usr"],
            environment: environment
        )
        let body = #"{"type":"order.paid","timestamp":"2026-11-25T09:00:00Z","api_version":"2026-10","data":"é"}"#
        try await module.deliver(body, id: "msg_1", attempt: 3)
        #expect(try folder.text("body") == body)
        #expect(
            try folder.text("environment").split(separator: "\0").sorted() == [
                "HOME=/nowhere", "LANG=C", "PATH=/usr/bin:/bin", "POLAR_API_VERSION=2026-10", "POLAR_ATTEMPT=3",
                "POLAR_ENDPOINT=polar", "POLAR_EVENT_TIMESTAMP=2026-11-25T09:00:00.000Z", "POLAR_EVENT_TYPE=order.paid",
                "POLAR_HANDLER=run", "POLAR_IDEMPOTENCY_KEY=msg_1/run", "POLAR_RECEIVED_AT=2026-11-26T10:00:00.000Z",
                "POLAR_WEBHOOK_ID=msg_1", "TOKEN=t",
            ]
        )
        #expect(try folder.text("where") == "/usr\n")
    }

    @Test func `gives the program its three descriptors alone`() async throws {
        let log = LogRecorder()
        let options = ["program": "/bin/ls", "arguments": "/proc/self/fd"]
        let module = try await module(script: "", options: options, logger: log.logger)
        try await module.deliver("{}")
        // The fourth is the folder that it lists.
        #expect(log.lines.map(\.description) == ["debug Program ended program.output=0 1 2 3 program.status=exited(0)"])
    }

    @Test func `gives the program signals as they are by default`() async throws {
        let module = try await module(script: #"cat /proc/self/status >"$1/status""#)
        try await module.deliver("{}")
        let masks = try folder.text("status").matches(of: /Sig(Blk|Ign):\t([0-9a-f]+)/).map { UInt64($0.2, radix: 16) }
        #expect(masks.count == 2)
        // Those from 32 on are for the C library.
        for mask in masks { #expect(try #require(mask) & 0x7FFF_FFFF == 0) }
    }

    @Test func `makes facts from outside fit into variables`() async throws {
        let module = try await module(script: #"printf %s "$POLAR_EVENT_TYPE" >"$1/type""#)
        let long = String(repeating: "x", count: 300_000)
        try await module.deliver(#"{"type":"a\u0000b\#(long)","data":{}}"#)
        #expect(try folder.text("type") == "a\u{FFFD}b" + String(repeating: "x", count: 997))
    }

    // MARK: What the program says

    @Test(arguments: [
        ("exit 1", "The program ended with status 1 and printed nothing"),
        ("echo Oops; echo Again >&2; exit 3", "The program ended with status 3: Oops Again"),
        ("echo Later; exit 75", "The program asked for another attempt (status 75): Later"),
        ("printf 'a\\033b\\000c'; kill -9 $$", "The program was ended by signal 9: a\u{FFFD}b\u{FFFD}c"),
        ("exec >&- 2>&-; cat >/dev/null; exit 4", "The program ended with status 4 and printed nothing"),
    ])
    func `asks for another attempt`(script: String, sentence: String) async throws {
        let module = try await module(script: script)
        await #expect { try await module.deliver("{}") } throws: {
            "\($0)" == sentence && !($0 is HandlerError)
        }
    }

    @Test func `refuses an event for good`() async throws {
        let module = try await module(script: "echo 'No such order'; exit 65")
        await #expect { try await module.deliver("{}") } throws: {
            ($0 as? HandlerError)?.disposition == .permanent
                && "\($0)" == "The program refused the event (status 65): No such order"
        }
    }

    @Test func `keeps the end of endless output, and fits it into what is stored of an error`() async throws {
        let module = try await module(script: "yes | head -c 20000000; echo The end; exit 2")
        await #expect { try await module.deliver("{}") } throws: { error in
            "\(error)".hasPrefix("The program ended with status 2: …")
                && "\(error)".hasSuffix("y y The end") && "\(error)".count <= 1_000
        }
    }

    @Test func `logs how the program ended for those who ask`() async throws {
        let log = LogRecorder()
        let module = try await module(script: "echo fine", logger: log.logger)
        try await module.deliver("{}")
        #expect(log.lines.map(\.description) == ["debug Program ended program.output=fine program.status=exited(0)"])
    }

    // MARK: Programs that do not behave

    @Test(arguments: ["exit 0", "exec <&-; sleep 0.05; exit 0"])
    func `does not mind a program that leaves its input`(script: String) async throws {
        let module = try await module(script: script)
        try await module.deliver([UInt8](repeating: UInt8(ascii: "1"), count: 2_000_000))
    }

    @Test func `does not wait for children that keep the output open`() async throws {
        let module = try await module(script: #"sleep 600 & echo $! >"$1/child"; echo Left; exit 5"#)
        await #expect { try await module.deliver("{}") } throws: { "\($0)" == "The program ended with status 5: Left" }
        for child in try await folder.numbers(in: "child") {
            #expect(isRunning(child))
            kill(child, SIGKILL)
        }
    }

    @Test func `does not read the output of children for ever`() async throws {
        let module = try await module(script: #"yes & echo $! >"$1/child"; exit 0"#)
        try await module.deliver("{}")
        for child in try await folder.numbers(in: "child") { try await waitForEnd(of: child) }
    }

    @Test(arguments: [
        // Neither listens to SIGTERM; the child alone does not; the same after the program has closed its output.
        "trap '' TERM; sleep 600 & echo $$ $! >\"$1/group\"; wait; sleep 600",
        "(trap '' TERM; sleep 600; sleep 600) & echo $$ $! >\"$1/group\"; wait",
        "exec >&- 2>&-; (trap '' TERM; sleep 600; sleep 600) & echo $$ $! >\"$1/group\"; wait",
        // Without a word, and with more of them than one can read.
        "sleep 600 & echo $$ $! >\"$1/group\"; wait", "yes & echo $$ $! >\"$1/group\"; wait",
    ])
    func `ends a program whose time is up, and its children`(script: String) async throws {
        let module = try await module(script: script)
        let delivery = module.start([UInt8](repeating: UInt8(ascii: "1"), count: 2_000_000))
        let group = try await folder.numbers(in: "group")
        delivery.cancel()
        await #expect(throws: CancellationError.self) { try await delivery.value }
        #expect(group.count == 2)
        for process in group { try await waitForEnd(of: process) }
    }

    @Test func `gives children time to end when the program ends at once`() async throws {
        let script = #"""
            (trap is_asked=yes TERM; echo $$ >"$1/ready"
            until [ "$is_asked" ]; do sleep 0.01; done; sleep 0.2; echo yes >"$1/ended") & wait
            """#
        let module = try await module(script: script, grace: .seconds(300))
        let delivery = module.start([])
        _ = try await folder.numbers(in: "ready")
        delivery.cancel()
        await #expect(throws: CancellationError.self) { try await delivery.value }
        #expect(try folder.text("ended") == "yes\n")
    }

    @Test func `takes a good end after its time for no success`() async throws {
        let module = try await module(
            script: #"trap 'exit 0' TERM; echo $$ >"$1/ready"; while :; do sleep 0.01; done"#,
            grace: .seconds(300)
        )
        let delivery = module.start([])
        _ = try await folder.numbers(in: "ready")
        delivery.cancel()
        await #expect(throws: CancellationError.self) { try await delivery.value }
    }

    // MARK: Programs that are not there

    @Test func `does not start without a program that can be run`() async throws {
        try folder.write("text", to: "text")
        let program = folder.file("text")
        let faults = [
            (["program": "/none/such"], "There is no program /none/such"),
            (["program": program], "The file \(program) is not a program that this user may run"),
            (["program": "/usr"], "The file /usr is not a program that this user may run"),
            (["directory": "/none"], "There is no folder /none that this user may run a program in"),
        ]
        for (options, sentence) in faults {
            await #expect { _ = try await module(script: "", options: options) } throws: {
                "\($0)" == "The handler run cannot start: \(sentence)"
            }
        }
    }

    @Test func `tries again while the program is missing`() async throws {
        let program = folder.file("program")
        try FileManager.default.createSymbolicLink(atPath: program, withDestinationPath: "/bin/true")
        let module = try await module(script: "", options: ["program": program])
        try await module.deliver("{}")
        try FileManager.default.removeItem(atPath: program)
        await #expect { try await module.deliver("{}") } throws: {
            "\($0)" == "There is no program \(program)" && !($0 is HandlerError)
        }
        try folder.write("no program", to: "program")
        chmod(program, 0o700)
        await #expect { try await module.deliver("{}") } throws: {
            "\($0)" == "Cannot run the program \(program): it is neither a program for this system nor a script whose "
                + "first line begins with #! and an interpreter"
        }
    }

    @Test(arguments: [
        ("#!/bin/sh\r\nexit 0\r\n", "its first line ends with a carriage return, which makes the name"),
        ("#! /none/such -e\nexit 0\n", "the interpreter /none/such of its first line does not exist; install it"),
        ("#!/usr\n", "the interpreter /usr of its first line is not a program that this user may run"),
        ("#!/etc/passwd\n", "the interpreter /etc/passwd of its first line is not a program that this user may run"),
        ("#!\n", "its first line names no interpreter"), ("", "it is neither a program for this system nor a script"),
        ("\u{FEFF}#!/bin/sh\nexit 0\n", "its first line begins with an invisible byte order mark"),
    ])
    func `says what is wrong with a script that cannot be run`(text: String, fault: String) async throws {
        let program = folder.file("program")
        try folder.write(text, to: "program")
        chmod(program, 0o700)
        let log = LogRecorder()
        let module = try await module(script: "", options: ["program": program], logger: log.logger)
        #expect(log.lines.contains { $0.level == .warning && $0.metadata["error.message"]?.hasPrefix(fault) == true })
        await #expect { try await module.deliver("{}") } throws: {
            "\($0)".hasPrefix("Cannot run the program \(program): \(fault)")
        }
    }

    // MARK: The stop

    @Test func `ends with its stop hook only when the programs of cancelled deliveries are gone`() async throws {
        let script = "trap '' TERM; echo $$ >\"$1/group\"; while :; do sleep 600; done"
        let module = try await module(script: script)
        let delivery = module.start([])
        let group = try await folder.numbers(in: "group")
        delivery.cancel()
        await module.stop()
        for process in group { try await waitForEnd(of: process) }
        await #expect(throws: CancellationError.self) { try await delivery.value }
    }

    @Test func `leaves no program behind of a delivery that is cancelled at once`() async throws {
        let module = try await module(script: "echo $$ >\"$1/group\"; sleep 600")
        let delivery = module.start([])
        delivery.cancel()
        await module.stop()
        await #expect(throws: CancellationError.self) { try await delivery.value }
        guard try folder.names.contains("group") else { return }
        for process in try await folder.numbers(in: "group") { #expect(!isRunning(process)) }
    }

    // MARK: The log

    @Test(arguments: ["exit 3", "exit 65", "exit 75", "kill -9 $$"])
    func `leaves what a program printed out of what is logged of its end`(end: String) async throws {
        let module = try await module(script: "echo ada@example.com; \(end)")
        await #expect { try await module.deliver("{}") } throws: { error in
            let error = error as? any VouchedError
            return error?.description.hasSuffix(": ada@example.com") == true
                && error?.logText.contains("ada") == false && error?.logText.hasPrefix("The program") == true
        }
    }

    // MARK: Options

    @Test(arguments: [
        ([:], "The handler run needs handlers.run.program (environment HANDLERS_RUN_PROGRAM): set it to the path"),
        (["program": "true"], "The setting handlers.run.program"),
        (["program": "/bin/true", "environment": "A,B=c"], "The setting handlers.run.environment"),
        (["program": "/bin/true", "environment": "1A"], "The setting handlers.run.environment"),
    ])
    func `refuses options that cannot be meant`(options: [String: String], sentence: String) {
        #expect { try ExecHandler(HandlerOptions(id: "run", options)) } throws: { "\($0)".hasPrefix(sentence) }
    }
}

/// Whether a process is there and no zombie that its new parent has not noticed.
private func isRunning(_ process: pid_t) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    return text.split(separator: ")").last?.split(separator: " ").first != "Z"
}

/// SIGKILL takes a moment.
private func waitForEnd(of process: pid_t) async throws {
    let end = ContinuousClock.now + .seconds(300)
    while isRunning(process) {
        try #require(ContinuousClock.now < end, "\(process) goes on")
        try await Task.sleep(for: .milliseconds(5))
    }
}
