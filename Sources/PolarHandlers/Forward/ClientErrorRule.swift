/// What a 4xx answer means, other than 408, 410, 425 and 429.
package enum ClientErrorRule: String, CaseIterable, Sendable {
    /// Something is wrong at the target that somebody will mend: a missing route, a wrong secret.
    case retry

    /// The target will never take the event.
    case permanent
}
