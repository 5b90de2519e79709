using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Files;

internal static class FilesRegistration
{
    /// <summary>Where files are kept, who looks for viruses in them, and what prints pages.</summary>
    public static ServiceBuilder Files(this ServiceBuilder service)
    {
        if (service.Configuration["Files:Clamd"] is { Length: > 0 } clamd && !(clamd.Split(':') is [{ Length: > 0 }, var port] && ushort.TryParse(port, out _)))
            throw new InvalidOperationException($"Files:Clamd is '{clamd}'. Set it to host:port.");
        service.Services.AddSingleton<Clamd>();
        service.Services.AddSingleton<ToPdf>();
        if (string.IsNullOrEmpty(service.Configuration["Files:S3:Endpoint"])) service.Services.AddSingleton<IFileStore, PostgresFiles>();
        else service.Services.AddSingleton<IFileStore>(new S3Files(service.Configuration));
        return service;
    }
}
