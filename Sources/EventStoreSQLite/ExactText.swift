import Foundation
import GRDB

/// A text for an SQL parameter inside `CAST(? AS TEXT)`.
///
/// The library ends a text at its first NUL, and JSON texts can hold one: such a text travels as bytes, which the cast
/// takes for UTF-8.
struct ExactText: DatabaseValueConvertible {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    var databaseValue: DatabaseValue {
        text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> ExactText? {
        String.fromDatabaseValue(value).map(ExactText.init)
    }
}
