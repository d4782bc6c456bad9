extension Unicode.Scalar {
    /// Whether it does something to a display instead of being shown: a control character, or one that turns the
    /// direction of what follows (Unicode UAX #9).
    package var steersDisplay: Bool {
        switch value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: properties.generalCategory == .control
        }
    }
}
