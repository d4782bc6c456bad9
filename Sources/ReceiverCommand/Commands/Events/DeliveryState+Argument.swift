public import ArgumentParser
public import EventStore

extension DeliveryState: ExpressibleByArgument {}
