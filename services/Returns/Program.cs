using Platform.Returns;
using Platform.ServiceDefaults.Hosting;

await ServiceHost.RunAsync<ReturnsService>(args);
