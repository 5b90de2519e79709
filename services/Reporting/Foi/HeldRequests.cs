using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi;

/// <summary>The requests for information that somebody made, and the reports that they have saved.</summary>
internal sealed class HeldRequests(ReportingContext db) : IHoldsPeople
{
    public async Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken)
    {
        var requests = await db
            .FoiRequests.FromSql($"select * from foi_requests where requester::text ilike {LikePattern.Containing(subject.Address)}")
            .AsNoTracking()
            .OrderBy(r => r.Reference)
            .ToListAsync(cancellationToken);
        var views = await db
            .Views.AsNoTracking()
            .Where(v => subject.UserIds.Contains(v.OwnerId))
            .OrderBy(v => v.Name)
            .ToListAsync(cancellationToken);
        return
        [
            .. requests
                .Where(r => subject.IsIn($"{r.Requester.Name}\n{r.Requester.Contact}"))
                .Select(r => new HeldData(
                    DataKinds.FoiRequesters,
                    $"Request {r.Reference}",
                    [
                        new("Received", London.Plain(r.ReceivedOn)),
                        new("Name", r.Requester.Name),
                        new("Address", r.Requester.Contact),
                        new("About", r.Details.Subject),
                        new("Questions", string.Join('\n', r.Details.Questions)),
                        new("Words around the questions", r.Background),
                        new("The letter", r.Letter ?? ""),
                    ]
                )),
            .. views.Select(v => new HeldData(DataKinds.Records, "A report that they saved", [new("Name", v.Name)])),
        ];
    }
}
