using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class ProfileConsumer(ReportingContext db) : IConsumer<ProfileChanged>
{
    public async Task Consume(ConsumeContext<ProfileChanged> context)
    {
        var (happened, profile) = (context.Message, context.Message.Profile);
        if (await db.NewerAsync<ProfileLine>(happened.Id, happened.Version, context.CancellationToken) is not { } line) return;
        (line.Partnership, line.From, line.To) = (profile.Partnership, profile.From, profile.To);
        line.Priorities = [.. profile.Priorities.Select(p => p.Name)];
    }
}
