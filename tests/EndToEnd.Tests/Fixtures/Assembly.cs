using Platform.EndToEnd.Tests.Fixtures;

// The tests share one platform and one clock, so they run one after another.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(WholePlatform))]
[assembly: AssemblyFixture(typeof(Chromium))]
