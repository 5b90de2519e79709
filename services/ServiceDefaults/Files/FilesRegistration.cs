using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Files;

/// <summary>What a service with files registers.</summary>
public static class FilesRegistration
{
    /// <summary>
    /// Registers the store (<c>Files:S3</c>, or the service's database), the virus scanner (<c>Files:Clamd</c>), the converter
    /// of photographs (<c>Files:Heic</c>), and the job that deletes
    /// files that nothing refers to.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong or missing.</exception>
    public static ServiceBuilder Files(this ServiceBuilder service)
    {
        if (
            service.Configuration["Files:Clamd"] is { Length: > 0 } clamd
            && !(clamd.Split(':') is [{ Length: > 0 }, var port] && ushort.TryParse(port, out _))
        )
            throw new InvalidOperationException($"Files:Clamd is '{clamd}'. Set it to host:port.");
        if (service.Configuration["Files:Heic"] is { Length: > 0 } heic && !File.Exists(heic))
            throw new InvalidOperationException(
                $"Files:Heic is '{heic}', which is no file. Set it to the path of a program such as heif-convert."
            );
        service.Services.AddSingleton<Clamd>();
        service.Services.AddSingleton<HeicPhotographs>();
        if (string.IsNullOrEmpty(service.Configuration["Files:S3:Endpoint"]))
            service.Services.AddSingleton<IFileStore, PostgresFiles>();
        else
            service.Services.AddSingleton<IFileStore>(new S3Files(service.Configuration));
        service.Services.AddHostedService<ScannerCheck.AtStart>();
        service.Services.AddHealthChecks().AddCheck<ScannerCheck>("virus-scanner", HealthStatus.Degraded, ["ready"]);
        return service.Job<DeleteUnusedFiles>();
    }

    /// <summary>The tables of contents, for a context of a service with files.</summary>
    public static void FileTables(this ModelBuilder model)
    {
        model.Entity<StoredFile>().ToTable("stored_files").HasIndex(f => f.DeleteAt).HasFilter("delete_at is not null");
        model.Entity<FileContents>().ToTable("file_contents");
    }
}
