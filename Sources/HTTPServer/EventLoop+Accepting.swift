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
            admit(socket, address)
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

    /// Gives a client a place, perhaps that of another connection, or sends it away.
    private func admit(_ socket: consuming Descriptor, _ peer: ClientAddress) {
        guard let grant = context.seats.take(for: peer) else {
            context.connectionCount.close()
            return context.reportCrowd(peer)
        }
        if let displaced = grant.displaced { _ = end(displaced) }
        place(socket, peer: peer, seat: grant.seat)
    }

    /// Serves a client here, or lets the loop do that which has far fewer connections.
    ///
    /// The system wakes the same loop again and again while that has nothing else to do, so that it would get nearly all
    /// connections that stay.
    private func place(_ socket: consuming Descriptor, peer: ClientAddress, seat: Seat) {
        if let other = lessLoadedLoop, other.load.add() {
            other.post(.serve(AcceptedClient(socket, peer: peer, seat: seat)))
        } else if mailbox.load.add() {
            open(socket, peer: peer, seat: seat)
        }
    }

    private var lessLoadedLoop: Mailbox? {
        let least = context.mailboxes.lazy.filter { $0.load.isRunning }.min { $0.load.count < $1.load.count }
        guard let least, mailbox.load.count - least.load.count >= Self.loadTolerance else { return nil }
        return least
    }

    // MARK: Room for another client

    /// Takes the place of a connection for a client that waits; false when that takes time.
    ///
    /// The loop of the connection then accepts the client. This one rests, so that a client who cannot be taken does not
    /// keep it awake.
    private func makeRoom(_ shortage: Shortage) -> Bool {
        // Accepting can fail for want of a descriptor even when no client waits.
        guard context.listener.hasClient else { return false }
        context.report(shortage)
        // Another loop may have counted the client that waits already, and be about to accept it.
        let minimum = shortage == .connectionLimit ? context.configuration.maximumConnections : 0
        if let seat = context.seats.displace(keeping: minimum - 1), end(seat) { return true }
        if !driver.isDraining { rest() }
        return false
    }

    /// Ends a connection that has lost its place; false when that is for another loop to do.
    private func end(_ seat: Seat) -> Bool {
        context.reportDisplacement(of: seat)
        guard let other = seat.location?.mailbox, other !== mailbox else {
            giveUp(seat)
            return true
        }
        other.post(.giveUp(seat))
        return false
    }

    /// Closes a connection that has lost its place, unless what it waited for has arrived in the meantime.
    func giveUp(_ seat: Seat) {
        guard let id = seat.location?.id, let connection = table[id] else { return }
        guard let standing = connection.standing else { return context.seats.restore(seat) }
        connection.isReadable = true
        advance(connection)
        guard connection.phase != .closed else { return }
        guard connection.standing == standing else { return context.seats.restore(seat) }
        context.metrics.shed()
        close(connection)
    }

    private func rest() {
        stopListening()
        restEnd = driver.now + Timing.rest
    }
}
