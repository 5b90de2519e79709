using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class DecisionConsumer(ReportingContext db)
    : Projection,
        IFrom<DecisionDrafted>,
        IFrom<DecisionApproved>,
        IFrom<PublicationDetermined>,
        IFrom<DecisionRecorded>,
        IFrom<DecisionPublished>,
        IFrom<DecisionSuperseded>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<DecisionRow, DecisionDetails>(events, cancellationToken))
        {
            var record = happened.Details;
            line.Reference = record.Reference;
            line.Title = record.Title;
            line.Step = record.Step;
            line.DecidedOn = record.DecidedOn;
            line.Details = record;
            line.IsPublic = record is { PublishedAt: not null, PublishDecision: true };
            line.IsRecordPublic = line.IsPublic && record.PublishRecord == true;
        }
    }
}
