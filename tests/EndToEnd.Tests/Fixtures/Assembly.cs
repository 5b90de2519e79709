using Platform.EndToEnd.Tests.Fixtures;

// What shares one platform and one clock runs one after another; what starts a platform of its own runs beside it.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.Collections)]
[assembly: AssemblyFixture(typeof(WholePlatform))]
[assembly: AssemblyFixture(typeof(Chromium))]
