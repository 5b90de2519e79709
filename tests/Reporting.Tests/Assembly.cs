using Platform.Reporting;
using Platform.Testing;

[assembly: AssemblyFixture(typeof(RunningService<ReportingService>))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
