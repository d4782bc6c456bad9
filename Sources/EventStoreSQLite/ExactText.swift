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
        hasNUL ? Data(text.utf8).databaseValue : text.databaseValue
    }

    private var hasNUL: Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        } ?? text.utf8.contains(0)
    }

    static func fromDatabaseValue(_ value: DatabaseValue) -> ExactText? {
        String.fromDatabaseValue(value).map(ExactText.init)
    }
}
