using Platform.EndToEnd.Tests.Fixtures;

// One platform, one clock: what a test does to them, the next must not feel halfway.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(WholePlatform))]
[assembly: AssemblyFixture(typeof(Chromium))]
