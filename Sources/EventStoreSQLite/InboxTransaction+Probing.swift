import GRDB

extension InboxTransaction {
    /// Writes about as much as an ordinary message takes, in place; random, because equal bytes are not written again.
    func probe() throws {
        try database.cachedStatement(sql: "UPDATE probe SET value = randomblob(length(value))").execute()
    }
}
