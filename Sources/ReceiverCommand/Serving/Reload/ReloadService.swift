import HTTPServer
import Logging
import PolarReceiver
import ServiceLifecycle
import UnixSignals

/// Reads the configuration again at SIGHUP, and when one of its files has changed.
struct ReloadService: Service {
    private enum Trigger {
        case signal
        case files
    }

    private let reload: Reload
    private let watch: FileWatch
    private let signals: UnixSignalsSequence

    /// From now on SIGHUP does not end the process.
    init(
        _ settings: Settings,
        receiver: Receiver,
        tls: TLSCredentials?,
        level: LogLevel,
        logger: Logger,
        watch: FileWatch = FileWatch()
    ) async {
        reload = Reload(settings, receiver: receiver, tls: tls, level: level, logger: logger)
        self.watch = watch
        signals = await UnixSignalsSequence(trapping: .sighup)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await watchAndReload() }
    }

    private func watchAndReload() async {
        let (triggers, sink) = AsyncStream.makeStream(of: Trigger.self)
        // What has changed since the start, and the watch for what will.
        sink.yield(.files)
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in signals { sink.yield(.signal) } }
            group.addTask { await watch.forEachChange { sink.yield(.files) } }
            var reload = reload
            reload.warn()
            for await trigger in triggers {
                await reload.run(isForced: trigger == .signal, watch: watch)
            }
        }
    }
}
