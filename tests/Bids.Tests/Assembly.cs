using Platform.Bids;
using Platform.Testing;

[assembly: AssemblyFixture(typeof(RunningService<BidsService>))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
