using Platform.Reporting;

[assembly: AssemblyFixture(typeof(RunningService<ReportingService>))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
