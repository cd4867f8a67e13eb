// A whole cluster waits more than it works, so what needs none runs beside it. Two clusters at once would disturb each other: they share a
// collection.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections)]
