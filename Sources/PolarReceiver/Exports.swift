// A handler module needs one import: the events and the handler's name come with the receiver.
@_exported public import PolarEvents

@_exported public import struct EventStore.HandlerID
