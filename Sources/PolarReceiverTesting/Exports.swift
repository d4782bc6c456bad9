// A test of a handler needs one import besides its module's: what the receiver shows comes with it, and so does a Polar for
// who tests against one.
@_exported public import PolarReceiver
@_exported public import PolarSimulator

@_exported public import enum EventStore.AppendOutcome
@_exported public import struct EventStore.AttemptRecord
@_exported public import enum EventStore.DeliveryState
