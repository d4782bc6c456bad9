/// Why a set of modules cannot be registered; found at start, before the first event.
@nonexhaustive public enum RegistrationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two modules have the same id.
    case duplicateHandler(HandlerID)

    /// The id of a module has other characters than small letters, digits, `-` and `_`, or none at all.
    case malformedHandlerID(HandlerID)

    /// A module registered twice for one kind of event.
    case duplicateRegistration(handler: HandlerID, kind: String)

    /// Two endpoints have the same name or path.
    case duplicateEndpoint(String)

    /// No message could ever arrive at the path of an endpoint.
    case unreachableEndpoint(String, path: String)

    /// An endpoint has no secret, so nothing could ever be accepted there.
    case endpointWithoutSecret(String)

    /// An endpoint is for a handler that does not exist.
    case unknownHandler(HandlerID, endpoint: String)

    /// One sentence with the remedy.
    public var description: String {
        switch self {
        case .duplicateHandler(let id):
            "Two handler modules have the id \(id); give one of them another id."
        case .malformedHandlerID(let id):
            "A handler module has the id '\(id)'; an id consists of small letters, digits, - and _."
        case .duplicateRegistration(let handler, let kind):
            "The handler module \(handler) registers twice for \(kind); merge the two closures."
        case .duplicateEndpoint(let name):
            "Two endpoints share the name or path \(name); give one of them another."
        case .unreachableEndpoint(let name, let path):
            "The endpoint \(name) cannot have the path \(path); choose a path of its own such as /webhooks/polar."
        case .endpointWithoutSecret(let name):
            "The endpoint \(name) has no webhook secret; set the one from its page in Polar."
        case .unknownHandler(let id, let endpoint):
            "The endpoint \(endpoint) is for the handler \(id), but no module has that id; 'handlers list' shows them."
        }
    }
}
