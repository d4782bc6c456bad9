extension EventLoop {
    /// When the loop has to look at the time next, in milliseconds; `.max` for not at all.
    var nextCheck: Int64 { min(wheel.next, restEnd ?? .max) }

    /// Does what is due.
    func checkTime() {
        if let end = restEnd, end <= driver.now { endRest() }
        var due: [(tick: Int64, id: ConnectionID)] = []
        wheel.take(until: driver.now, into: &due)
        for (tick, id) in due {
            guard let connection = table[id], connection.noted == tick else { continue }
            connection.noted = nil
            if let deadline = connection.deadline, deadline <= driver.now { expire(connection) }
            wheel.note(connection)
        }
    }

    private func expire(_ connection: Connection) {
        switch connection.phase {
        case .proxyHeader, .idle, .flush, .stream, .lingering: close(connection)
        case .handshake:
            context.report(.timeout as TLSSession.Failure, of: connection.client)
            close(connection)
        case .head, .body:
            driver.refuse(connection, .timeout)
            advance(connection)
        case .answer, .closed: break
        }
    }
}
