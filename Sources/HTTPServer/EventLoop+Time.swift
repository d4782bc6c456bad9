extension EventLoop {
    /// Looks at a deadline no later than a tick after it, and not more often than every tick.
    func note(_ deadline: Int64?) {
        guard let deadline else { return }
        nextCheck = min(nextCheck, max(deadline, driver.now + timing.tick))
    }

    /// Does what is due.
    func checkTime() {
        nextCheck = .max
        if let end = restEnd {
            if end <= driver.now { endRest() } else { nextCheck = end }
        }
        for connection in table.all {
            if let deadline = connection.deadline, deadline <= driver.now { expire(connection) }
            note(connection.deadline)
        }
    }

    private func expire(_ connection: Connection) {
        switch connection.phase {
        case .idle, .flush, .lingering: close(connection)
        case .head, .body:
            driver.refuse(connection, .timeout)
            advance(connection)
        case .answer, .closed: break
        }
    }
}
