using Platform.Notifications;
using Platform.ServiceDefaults.Hosting;

await ServiceHost.RunAsync<NotificationsService>(args);
