import Logging
import PolarReceiver

@testable import PolarHandlers

/// What an attempt means to the dispatcher.
enum ForwardOutcome: Hashable {
    case taken
    case permanent(String)

    /// Tried again, after the delay of the retry policy where there is no other.
    case retried(String, after: Duration?)

    /// Why it is tried again by the retry policy, nil for any other outcome.
    var retryReason: String? {
        guard case .retried(let reason, after: nil) = self else { return nil }
        return reason
    }
}

/// Makes an attempt.
func outcome(_ attempt: () async throws -> Void) async -> ForwardOutcome {
    do {
        try await attempt()
        return .taken
    } catch let error as HandlerError {
        return switch error.disposition {
        case .permanent: .permanent(error.description)
        case .retry(let delay): .retried(error.description, after: delay)
        }
    } catch {
        return .retried("\(error)", after: nil)
    }
}

extension ForwardHandler {
    /// Runs `body` between start and stop.
    func running<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await start(logger: Delivery.sample().logger)
        do {
            let result = try await body()
            await stop()
            return result
        } catch {
            await stop()
            throw error
        }
    }
}
