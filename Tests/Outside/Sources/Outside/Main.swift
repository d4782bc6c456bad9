import ReceiverCommand

@main enum Main {
    static func main() async { await ReceiverCommand.main(modules: [Ledger()]) }
}
