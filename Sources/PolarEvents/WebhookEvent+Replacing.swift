extension WebhookEvent {
    /// The event with another payload, its body written anew: every field that this version knows, and no other.
    ///
    /// nil where `kind` is a family or a group, whose payloads are no objects of a body.
    package func replacing<Payload>(_ kind: EventKind<Payload>, with payload: Payload) -> WebhookEvent? {
        guard kind.breadth == .type, let payload = payload as? any JSONEncodable else { return nil }
        var writer = JSONWriter()
        writer.beginObject()
        writer.memberIfPresent("type", kind.name)
        writer.memberIfPresent("timestamp", moment)
        writer.memberIfPresent("api_version", apiVersion)
        if payload is Polar.SubscriptionMigrated {
            // It stands for all members of the body that no other event has, not for the data alone.
            payload.encode(to: &writer)
        } else {
            writer.member("data", payload)
        }
        writer.endObject()
        return WebhookEvent(id: id, body: writer.bytes)
    }
}
