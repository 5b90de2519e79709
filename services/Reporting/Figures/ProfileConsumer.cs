using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class ProfileConsumer(ReportingContext db) : Projection, IFrom<ProfileChanged>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<ProfileRow, ProfileDetails>(events, cancellationToken))
        {
            var profile = happened.Details;
            line.Partnership = profile.Partnership;
            line.From = profile.From;
            line.To = profile.To;
            line.Priorities = [.. profile.Priorities.Select(p => p.Name)];
        }
    }
}
