using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class ExtensionConsumer(ReportingContext db)
    : Projection,
        IFrom<ExtensionRequested>,
        IFrom<ExtensionGranted>,
        IFrom<ExtensionRefused>,
        IFrom<ExtensionEnded>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<ExtensionRow, ExtensionDetails>(events, cancellationToken))
        {
            var extension = happened.Details;
            line.RoundId = extension.RoundId;
            line.RoundReference = extension.RoundReference;
            line.RoundName = extension.RoundName;
            line.Partnership = extension.Partnership;
            line.State = extension.State;
            line.Until = extension.Until;
            line.Answer = extension.Answer;
        }
    }
}
