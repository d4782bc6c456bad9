import Foundation
import PolarReceiver

/// A line of the live view.
enum ActivityView {
    static func values(_ activity: Activity) -> [String: Any] {
        let who = activity.handler?.rawValue ?? activity.endpoint
        var values = values(kind: activity.kind.rawValue, date: activity.date, reason: activity.reason ?? "")
        values["type"] = activity.type ?? "–"
        values["id"] = activity.webhookID ?? ""
        values["id_query"] = TextOf.query(activity.webhookID ?? "")
        values["who"] = who.cut(to: TextOf.nameLimit)
        return values
    }

    /// A line about no message.
    static func values(kind: String, date: Date, reason: String) -> [String: Any] {
        [
            "date": TextOf.timestamp(date), "date_short": TextOf.moment(date), "kind": kind, "type": "–", "id": "",
            "id_query": "", "who": "", "reason": reason,
        ]
    }
}
