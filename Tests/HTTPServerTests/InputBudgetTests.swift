import Testing

@testable import HTTPServer

struct InputBudgetTests {
    @Test func `gives out what there is, and what comes back`() {
        let budget = InputBudget(limit: 100)
        #expect(budget.take(60))
        #expect(!budget.take(41))
        #expect(budget.take(40))
        #expect(!budget.take(1))
        #expect(budget.count == 100)
        budget.giveBack(60)
        #expect(budget.take(60))
        #expect(budget.count == 100)
    }
}
