/// A bar of steps whose number becomes known on the way.
struct StepBar {
    private var progress: Progress?
    private var total = 0
    private var done = 0

    mutating func show(_ done: Int, of total: Int) {
        if total != self.total || done < self.done {
            end()
            (progress, self.total, self.done) = (Progress(total: total), total, 0)
        }
        progress?.advance(by: done - self.done)
        self.done = done
    }

    mutating func end() {
        progress?.end()
        (progress, total, done) = (nil, 0, 0)
    }
}
