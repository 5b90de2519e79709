using Platform.Bids;
using Platform.ServiceDefaults.Hosting;

await ServiceHost.RunAsync<BidsService>(args);
