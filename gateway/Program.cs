using Platform.Gateway;
using Platform.ServiceDefaults.Hosting;

await ServiceHost.RunAsync<GatewayService>(args);
