import Foundation

extension MemoryInbox {
    /// Gives an open delivery its place in its lane; the head keeps its own.
    mutating func enterLane(_ index: Int) {
        guard let key = deliveries[index].laneKey, ![.head, .blocked].contains(deliveries[index].place) else { return }
        if lanes[key] == nil {
            lanes[key] = Lane(head: index)
            deliveries[index].place = .head
        } else {
            lanes[key]?.add(index)
            deliveries[index].place = .blocked
        }
    }

    /// Takes the place from a delivery that has ended, and gives it to the next one of the lane.
    mutating func leaveLane(_ index: Int) {
        guard deliveries[index].place == .head else { return }
        deliveries[index].place = nil
        passHead(index)
    }

    /// Takes a delivery out of the line behind the head of its lane.
    mutating func leaveLine(_ index: Int) {
        guard let key = deliveries[index].laneKey else { return }
        deliveries[index].place = nil
        lanes[key]?.remove(index)
    }

    // MARK: Overtaking

    /// Lets those pass that wait for a delivery which has been failing for too long.
    mutating func overtakeFailingHeads(of handler: HandlerID, now: Date) {
        for (key, lane) in lanes where key.handler == handler {
            overtakeIfFailing(lane.head, now: now)
        }
    }

    /// Lets those pass that wait for a delivery, if it has been failing for too long.
    mutating func overtakeIfFailing(_ index: Int, now: Date) {
        guard deliveries[index].place == .head, let date = overtakingDate(of: index), date <= now else { return }
        deliveries[index].place = .overtaken
        passHead(index)
    }

    /// When a pending head has been failing for too long, nil while it does not fail.
    func overtakingDate(of index: Int) -> Date? {
        guard deliveries[index].state == .pending else { return nil }
        return deliveries[index].failingSince?.addingTimeInterval(laneRule.patience / .seconds(1))
    }

    private mutating func passHead(_ index: Int) {
        guard let key = deliveries[index].laneKey else { return }
        lanes[key] = lanes[key]?.withoutHead
        if let head = lanes[key]?.head { deliveries[head].place = .head }
    }
}
