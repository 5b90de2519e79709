using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class RoundConsumer(ReportingContext db)
    : Projection,
        IFrom<RoundDrafted>,
        IFrom<RoundOpened>,
        IFrom<RoundDeadlineMoved>,
        IFrom<RoundReminded>,
        IFrom<RoundClosed>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<RoundRow, RoundDetails>(events, cancellationToken))
        {
            var round = happened.Details;
            (line.Reference, line.Programme, line.Name, line.About) = (round.Reference, round.Programme, round.Name, round.About);
            (line.OpensAt, line.ClosesAt, line.DeliveryFrom, line.DeliveryTo) = (
                round.OpensAt,
                round.ClosesAt,
                round.DeliveryFrom,
                round.DeliveryTo
            );
            (line.CapPerBid, line.Available, line.MatchPercent, line.PriorityPercent) = (
                round.CapPerBid,
                round.Available,
                round.MatchPercent,
                round.PriorityPercent
            );
            (line.Published, line.Invited, line.Themes) = (round.Published, [.. round.Invited.Select(p => p.Code)], [.. round.Themes]);
        }
    }
}
