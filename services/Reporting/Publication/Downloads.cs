using System.Globalization;
using Microsoft.Net.Http.Headers;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Publication;

/// <summary>The open data files, for everybody, at permanent addresses.</summary>
internal static class Downloads
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Registers what publication needs, and checks the publisher's configuration at the start.</summary>
    public static ServiceBuilder OpenData(this ServiceBuilder service)
    {
        service
            .Services.AddSingleton(Publisher.Read(service.Configuration))
            .AddSingleton<DataVersion>()
            .AddSingleton<DataPages>()
            .AddScoped<GrantsJson>();
        return service;
    }

    public static void MapDownloads(this WebApplication app)
    {
        var files = app.MapGroup("/funding").AllowAnonymous().RequireRateLimiting(Limits.Export).ExcludeFromDescription();
        files.MapMethods(
            "/data/{name}.csv",
            Methods,
            (string name, HttpContext http, Caller caller, DataVersion version, DataPages pages) =>
                DataFiles.Find(name) is { } file
                    ? SendCsvAsync(http, caller, version, pages, file, DataPages.Always, file.Name)
                    : NotFoundAsync(http)
        );
        files.MapMethods(
            "/statutory/{month}/grants.csv",
            Methods,
            (string month, HttpContext http, Caller caller, DataVersion version, DataPages pages) =>
                StatutoryMonth.Parse(month) is { } of
                    ? SendCsvAsync(http, caller, version, pages, StatutoryFiles.Grants, of.Period, $"statutory-grants-of-{of}")
                    : NotFoundAsync(http)
        );
        files.MapMethods(
            "/data/360giving.json",
            Methods,
            async (HttpContext http, Caller caller, DataVersion version, GrantsJson grants) =>
            {
                if (await BeginsAsync(http, caller, version, DataFiles.Of360Giving, "application/json", "360giving", "json"))
                    await grants.SendAsync(http.Response.Body, http.RequestAborted);
            }
        );
    }

    private static async Task SendCsvAsync(
        HttpContext http,
        Caller caller,
        DataVersion version,
        DataPages pages,
        DataFile file,
        (DateOnly, DateOnly) period,
        string subject
    )
    {
        if (!await BeginsAsync(http, caller, version, file.Tables, "text/csv; charset=utf-8; header=present", subject, "csv"))
            return;
        using var rows = new CsvRows(file);
        await pages.ReadAsync(file, period, rows.Add, () => rows.SendAsync(http.Response.Body, http.RequestAborted), http.RequestAborted);
    }

    /// <summary>Sends the headers; false where the client already has the file, or asked only for headers.</summary>
    private static async Task<bool> BeginsAsync(
        HttpContext http,
        Caller caller,
        DataVersion version,
        IReadOnlyList<string> tables,
        string type,
        string subject,
        string ending
    )
    {
        var tag = new EntityTagHeaderValue($"\"{await version.OfAsync(tables, http.RequestAborted)}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = caller.At;
        headers.CacheControl = new() { Public = true, NoCache = true };
        http.Response.Headers.Link = $"<{Publisher.Licence}>; rel=\"license\"";
        if (
            http
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
        )
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return false;
        }
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition =
            $"attachment; filename={subject}-{London.DateOf(caller.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{ending}";
        return !HttpMethods.IsHead(http.Request.Method);
    }

    private static Task NotFoundAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
