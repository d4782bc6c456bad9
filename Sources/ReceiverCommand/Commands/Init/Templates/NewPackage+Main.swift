extension NewPackage {
    /// The program.
    static let main = """
        import Handlers
        import ReceiverCommand

        @main enum Main {
            static func main() async { await ReceiverCommand.main(modules: [Fulfilment()]) }
        }

        """
}
