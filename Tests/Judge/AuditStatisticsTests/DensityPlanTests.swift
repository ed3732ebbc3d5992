import AuditStatistics
import Testing

struct DensityPlanTests {
    @Test func `labels fall to the strata by their rates`() throws {
        let plan = try DensityPlan(near: 200, far: 800, floor: 0.25)
        #expect(plan.split(100).near == 50 && plan.split(100).far == 50)
        // What is near may be used up.
        #expect(plan.split(900).near == 200 && plan.split(900).far == 700)
        #expect(plan.split(5_000).far == 800)
        #expect(throws: AuditError.self) { try DensityPlan(near: 10, far: 10, floor: 0) }
    }
}
