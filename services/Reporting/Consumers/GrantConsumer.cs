using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

/// <summary>Keeps a grant and its targets as they stand, each varied one beside what it was.</summary>
internal sealed class GrantConsumer(ReportingContext db) : IConsumer<GrantMade>, IConsumer<GrantVaried>, IConsumer<GrantAccepted>
{
    public Task Consume(ConsumeContext<GrantMade> context) => KeepAsync(context.Message, context.Message.Grant, context.CancellationToken);
    public Task Consume(ConsumeContext<GrantVaried> context) => KeepAsync(context.Message, context.Message.Grant, context.CancellationToken);
    public Task Consume(ConsumeContext<GrantAccepted> context) => KeepAsync(context.Message, context.Message.Grant, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, GrantDetails grant, CancellationToken cancellation)
    {
        if (await db.NewerAsync<GrantLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.Reference, line.Programme, line.Partnership) = (grant.Reference, grant.Programme, grant.Partnership);
        (line.Title, line.DeliveryTo, line.Amount, line.AcceptedAt) = (grant.Title, grant.DeliveryTo, grant.Total, grant.AcceptedAt);
        await db.Targets.Where(t => t.GrantId == happened.Id).ExecuteDeleteAsync(cancellation);
        db.Targets.AddRange(Targets(happened.Id, grant));
    }

    // A target that a variation removed stays, as 0 of what it was: what was achieved of it before is not lost.
    private static IEnumerable<TargetLine> Targets(Guid id, GrantDetails grant)
    {
        var now = Promises(grant.Interventions);
        var before = Promises(grant.Original);
        return now.Keys.Union(before.Keys).Select((key, order) =>
        {
            var (intervention, output) = now.TryGetValue(key, out var current) ? current : before[key];
            var target = current.Output?.Target ?? 0;
            return new TargetLine
            {
                GrantId = id,
                InterventionId = key.Intervention,
                Indicator = key.Indicator,
                Partnership = grant.Partnership,
                Programme = grant.Programme,
                GrantReference = grant.Reference,
                Intervention = intervention.Name,
                Order = order,
                Target = target,
                Original = before.TryGetValue(key, out var was) && was.Output.Target != target ? was.Output.Target : null,
                Kind = output.Kind,
            };
        });
    }

    private static Dictionary<(Guid Intervention, string Indicator), (Intervention Intervention, Output Output)> Promises(IReadOnlyList<Intervention> interventions) =>
        interventions.SelectMany(i => i.Outputs.Select(o => (Intervention: i, Output: o))).ToDictionary(p => (p.Intervention.Id, p.Output.Indicator));
}
