using Platform.Contracts;
using Platform.Local;

namespace Platform.Standalone;

/// <summary>The configuration that the demonstration gives each service, in one process or in five.</summary>
internal static class ServiceSettings
{
    public const string Administrator = "admin@opcc.example";

    public static Dictionary<string, string?> For(string service, Settings settings, Stores stores, IReadOnlyDictionary<string, int> ports)
    {
        var values = stores.ConnectionsFor(service);
        values["Urls"] = $"http://127.0.0.1:{ports[service]}";
        values["Platform:PublicAddress"] = settings.Address;
        values["Platform:ContactName"] = "Sam Okafor";
        values["Platform:ContactEmail"] = "officer@opcc.example";
        values["Logging:LogLevel:Default"] = "Warning";
        values["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
        values["CallerKeys:Address"] = settings.Address + "/.well-known/caller-keys.json";
        values["Pdf:Chromium"] = InstalledChromium.Find();
        values["Audit:Folder"] = Path.Combine(settings.Folder, "audit");
        values["Audit:Key"] = settings.Secrets.Audit;
        if (service == ServiceNames.Notifications)
        {
            values["Mail:Folder"] = Path.Combine(settings.Folder, "letters");
            values["Mail:From"] = "no-reply@opcc.example";
            values["Links:PrivateKey"] = settings.Secrets.Links;
        }
        if (service == ServiceNames.Reporting)
        {
            // As in the office’s own letters.
            values["Office:Name"] = "Office of the Police and Crime Commissioner for Leicestershire";
            values["Office:Address"] = "Police Headquarters, St John’s, Enderby, Leicester LE19 2BX";
            values["Office:ReviewTo"] = "the Executive Director/Deputy Chief Executive";
            values["Office:Searched"] = "Leicestershire Police";
        }
        if (service != ServiceNames.Gateway)
            return values;
        values["SignIn:PerMinute"] = "300";
        values["Session:AllowHttp"] = "true";
        values["Session:Certificate"] = settings.Secrets.Session;
        values["CallerKeys:Private"] = settings.Secrets.Callers;
        values["Links:PublicKey"] = settings.Secrets.Links;
        foreach (var backEnd in ServiceNames.BehindTheGateway)
            values[$"ReverseProxy:Clusters:{backEnd}:Destinations:one:Address"] = $"http://127.0.0.1:{ports[backEnd]}";
        return values;
    }

    /// <summary>A free port for each program behind the gateway and for what else there is, and the chosen one for the gateway.</summary>
    public static Dictionary<string, int> Ports(Settings settings, params string[] others)
    {
        string[] names = [.. ServiceNames.BehindTheGateway, .. others];
        var ports = names.Zip(FreePort.Find(names.Length)).ToDictionary(p => p.First, p => p.Second);
        ports[ServiceNames.Gateway] = settings.Port;
        return ports;
    }
}
