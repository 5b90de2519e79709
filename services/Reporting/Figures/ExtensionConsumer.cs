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
            (line.RoundId, line.RoundReference, line.RoundName) = (extension.RoundId, extension.RoundReference, extension.RoundName);
            (line.Partnership, line.State, line.Until, line.Answer) = (
                extension.Partnership,
                extension.State,
                extension.Until,
                extension.Answer
            );
        }
    }
}
