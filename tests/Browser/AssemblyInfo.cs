// Browsers and servers on two cores: one class at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

// Each desk has a context of its own: one browser serves all of them.
[assembly: Xunit.AssemblyFixture(typeof(Tocsin.Tests.Browser.Harness.Chromium))]
