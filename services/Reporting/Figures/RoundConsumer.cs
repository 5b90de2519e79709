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
            line.Reference = round.Reference;
            line.Programme = round.Programme;
            line.Name = round.Name;
            line.About = round.About;
            line.OpensAt = round.OpensAt;
            line.ClosesAt = round.ClosesAt;
            line.DeliveryFrom = round.DeliveryFrom;
            line.DeliveryTo = round.DeliveryTo;
            line.CapPerBid = round.CapPerBid;
            line.Available = round.Available;
            line.MatchPercent = round.MatchPercent;
            line.PriorityPercent = round.PriorityPercent;
            line.Published = round.Published;
            line.Invited = [.. round.Invited.Select(p => p.Code)];
            line.Themes = [.. round.Themes];
        }
    }
}
