using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Audit.Pages;

/// <summary>The same entries as CSV.</summary>
[Noted(AccessKind.Exported), EnableRateLimiting(Limits.Export)]
internal sealed class FileModel(ReportingContext db, Caller caller) : AuditPage(db, caller)
{
    public const int Most = 100_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        if (!ModelState.IsValid)
            return NotFound();
        using var bytes = new MemoryStream();
        using (var csv = SpreadsheetCsv.To(bytes))
        {
            csv.WriteHeader([
                "at",
                "about",
                "person",
                "person_id",
                "done_to",
                "what",
                "thing",
                "times",
                "network_address",
                "id",
                "version",
            ]);
            await foreach (var entry in found.Take(Most).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                csv.WriteField(entry.At.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'");
                csv.WriteField(AuditKinds.Of(entry.Kind));
                csv.WriteField(entry.By);
                csv.WriteField(entry.ById.ToString());
                csv.WriteField(entry.To);
                csv.WriteField(entry.What);
                csv.WriteField(entry.Thing);
                csv.WriteField((decimal)entry.Times, "0");
                csv.WriteField(entry.Source);
                csv.WriteField(entry.Id.ToString());
                csv.WriteField((decimal)entry.Version, "0");
                csv.EndRecord();
            }
            csv.Flush();
        }
        return File(bytes.ToArray(), "text/csv; charset=utf-8", $"audit-{London.DateOf(Caller.At):yyyy-MM-dd}.csv");
    }
}
