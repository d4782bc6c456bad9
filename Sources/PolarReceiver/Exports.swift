// A handler module needs one import: the events, the logger, the handler's name and the headers come with the receiver.
@_exported public import Logging
@_exported public import PolarEvents

@_exported public import struct EventStore.HandlerID
@_exported public import struct EventStore.MessageHeader
