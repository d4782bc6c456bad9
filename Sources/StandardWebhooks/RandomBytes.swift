/// Bytes that nobody can guess.
package enum RandomBytes {
    /// Makes them by the system's generator, which is one for keys.
    package static func make(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
