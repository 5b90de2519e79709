using Platform.Reporting;
using Platform.Testing;

[assembly: AssemblyFixture(typeof(RunningService<ReportingService>))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
