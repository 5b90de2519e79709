using Platform.Contracts;

namespace Platform.Reporting.Audit;

/// <summary>Keeps every event of every service for the audit page, as long as such events are kept.</summary>
internal sealed class AuditConsumer(ReportingContext db, AuditKeeping keeping, TimeProvider time)
    : Projection,
        IFromNews,
        IFrom<RoundDrafted>,
        IFrom<BidStarted>,
        IFrom<BidSaved>,
        IFrom<ProfileChanged>,
        IFrom<ViewReported>,
        IFrom<ContactChanged>,
        IFrom<LinkIssued>,
        IFrom<ClientChanged>,
        IFrom<AccessNoted>,
        IFrom<PersonalDataErased>,
        IFrom<FailureSettled>,
        IFrom<AuditMendingNoted>,
        IFrom<ReplayRequested>
{
    public override Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.InsertAsync([.. events.Select(AuditLines.Of).Where(e => !keeping.IsOver(e, now))], cancellationToken);
    }
}
