import PolarReceiver

/// A line of the live view.
enum ActivityView {
    static func values(_ activity: Activity) -> [String: Any] {
        [
            "date": TextOf.timestamp(activity.date), "date_short": TextOf.moment(activity.date),
            "kind": activity.kind.rawValue, "type": activity.type ?? "–", "id": activity.webhookID ?? "",
            "id_query": TextOf.query(activity.webhookID ?? ""), "who": activity.handler?.rawValue ?? activity.endpoint,
            "reason": activity.reason ?? "",
        ]
    }
}
