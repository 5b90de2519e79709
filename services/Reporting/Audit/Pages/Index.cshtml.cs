using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Audit.Pages;

/// <summary>What happened, newest first, of every kind.</summary>
[Noted(AccessKind.PersonalDataRead), EnableRateLimiting(Limits.Search)]
internal sealed class IndexModel(ReportingContext db, Caller caller, AuditKeeping keeping) : AuditPage(db, caller)
{
    // Razor Pages have a route value "page" too; only the query is meant.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public int Pages => Paging.Pages(Count, Paging.LongRows);

    public AuditKeeping Keeping => keeping;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        Count = await found.CountAsync(cancellationToken);
        Number = Math.Clamp(Number, 1, Pages);
        Entries = await found.Skip((Number - 1) * Paging.LongRows).Take(Paging.LongRows).ToListAsync(cancellationToken);
    }

    /// <summary>The page about an entry, for those who may open it.</summary>
    public string? LinkOf(AuditEntry entry) => AuditKinds.Opens(entry.Kind) is { } act && Caller.May(act) ? entry.Link : null;
}
