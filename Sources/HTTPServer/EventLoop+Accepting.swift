import HTTPWire

extension EventLoop {
    /// How many clients a loop accepts per turn, so that its connections and the other loops get their share.
    private static var acceptBatch: Int { 4 }

    /// How many connections a loop is ahead of another when it gives one away; short ones should seldom move.
    private static var loadTolerance: Int { 4 }

    /// Accepts some of the clients that wait.
    func acceptClients() {
        acceptClients(atMost: Self.acceptBatch)
    }

    /// Helps another loop that has no room, by taking the client that waits.
    func acceptForOther() {
        guard !driver.isDraining, context.listener.hasClient, shedIdleConnection() else { return }
        acceptClients()
    }

    /// Closes the connection that has been idle longest; false when none is.
    private func shedIdleConnection() -> Bool {
        while let oldest = table.all.filter(\.isIdle).min(by: { $0.idleSince < $1.idleSince }) {
            guard closeIfIdle(oldest) else { continue }
            context.metrics.shed()
            return true
        }
        return false
    }

    /// Serves every client that is already queued, closes what is idle, and lets the rest end with its answer.
    func drain() {
        guard !driver.isDraining else { return }
        driver.isDraining = true
        stopListening()
        restEnd = nil
        for connection in table.all where connection.phase == .stream { endStream(of: connection) }
        for connection in table.all where connection.isIdle && connection.requestCount > 0 {
            _ = closeIfIdle(connection)
        }
        acceptClients(atMost: Int(Listener.backlog))
        // The loop that comes first takes the whole queue, so that nobody is in it any more.
        context.listener.stop()
        for connection in table.all where connection.isIdle {
            driver.hurry(connection)
            settle(connection)
        }
    }

    private func endStream(of connection: Connection) {
        driver.finishStream(connection)
        settle(connection)
    }

    /// Accepts again after a rest.
    func endRest() {
        restEnd = nil
        if !listen() { rest() }
    }

    /// Reads what has arrived, and closes the connection if that is nothing.
    private func closeIfIdle(_ connection: Connection) -> Bool {
        connection.isReadable = true
        advance(connection)
        guard connection.isIdle else { return false }
        close(connection)
        return true
    }

    /// Accepts clients until none waits or there is no room.
    func acceptClients(atMost limit: Int) {
        var count = 0
        while count < limit, acceptClient() { count += 1 }
    }

    /// Accepts one client; false when none waits or there is no room.
    private func acceptClient() -> Bool {
        if let shortage = context.connectionCount.open() { return makeRoom(shortage) }
        switch context.listener.accept() {
        case .client(let socket, let address):
            if context.addressCount.open(address) {
                place(socket, address)
            } else {
                context.connectionCount.close()
                context.reportCrowd(address)
            }
            return true
        case .vanished:
            context.connectionCount.close()
            return true
        case .nobody:
            context.connectionCount.close()
            return false
        case .noRoom(let errno):
            context.connectionCount.close()
            return makeRoom(.system(errno: errno))
        }
    }

    /// Serves a client here, or lets the loop do that which has far fewer connections.
    ///
    /// The system wakes the same loop again and again while that has nothing else to do, so that it would get nearly all
    /// connections that stay.
    private func place(_ socket: consuming Descriptor, _ peer: ClientAddress) {
        if let other = lessLoadedLoop, other.load.add() {
            other.post(.serve(AcceptedClient(socket, peer)))
        } else if mailbox.load.add() {
            open(socket, peer)
        }
    }

    private var lessLoadedLoop: Mailbox? {
        let least = context.mailboxes.lazy.filter { $0.load.isRunning }.min { $0.load.count < $1.load.count }
        guard let least, mailbox.load.count - least.load.count >= Self.loadTolerance else { return nil }
        return least
    }

    /// Closes an idle connection for a client that waits; false when there is none.
    ///
    /// Then the other loops are asked to do so, and this one rests, so that a client who cannot be taken does not keep
    /// it awake.
    private func makeRoom(_ shortage: Shortage) -> Bool {
        // Accepting can fail for want of a descriptor even when nobody waits.
        guard context.listener.hasClient else { return false }
        context.report(shortage)
        guard !shedIdleConnection() else { return true }
        for other in context.mailboxes where other !== mailbox { other.post(.shed) }
        if !driver.isDraining { rest() }
        return false
    }

    private func rest() {
        stopListening()
        restEnd = driver.now + Timing.rest
    }
}
