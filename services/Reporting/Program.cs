using Platform.Reporting;
using Platform.ServiceDefaults.Hosting;

await ServiceHost.RunAsync<ReportingService>(args);
