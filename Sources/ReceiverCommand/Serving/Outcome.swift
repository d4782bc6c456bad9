/// What became of `body`, so that something can be done before its error goes on.
func outcome(of body: () async throws -> Void) async -> Result<Void, any Error> {
    do { return .success(try await body()) } catch { return .failure(error) }
}
