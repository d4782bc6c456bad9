/// Guesses what a misspelt word was meant to be.
package enum Spelling {
    /// The candidate that needs the fewest changed letters, if that is at most a third of the word.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let best = candidates.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        guard let best, best.distance <= max(2, word.count / 3) else { return nil }
        return best.word
    }

    /// `, did you mean order.paid?` for the nearest candidate, and a full stop where none is near.
    package static func hint(for word: String, among candidates: some Sequence<String>) -> String {
        nearest(to: word, among: candidates).map { ", did you mean \($0)?" } ?? "."
    }

    /// How many letters must be inserted, removed or replaced to turn one word into the other.
    private static func distance(_ first: String, _ second: String) -> Int {
        let second = Array(second)
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in second.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[second.count]
    }
}
