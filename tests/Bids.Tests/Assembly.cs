using Platform.Bids;

[assembly: AssemblyFixture(typeof(RunningService<BidsService>))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
