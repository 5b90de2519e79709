using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class GrantConsumer(ReportingContext db) : IConsumer<GrantMade>
{
    public async Task Consume(ConsumeContext<GrantMade> context)
    {
        var (happened, grant) = (context.Message, context.Message.Grant);
        if (await db.NewerAsync<GrantLine>(happened.Id, happened.Version, context.CancellationToken) is not { } line) return;
        (line.Reference, line.Programme, line.Partnership) = (grant.Reference, grant.Programme, grant.Partnership);
        (line.Title, line.DeliveryTo, line.Amount) = (grant.Title, grant.DeliveryTo, grant.Total);
        await db.Targets.Where(t => t.GrantId == happened.Id).ExecuteDeleteAsync(context.CancellationToken);
        db.Targets.AddRange(grant.Interventions.SelectMany((intervention, order) => intervention.Outputs.Select(output => new TargetLine
        {
            GrantId = happened.Id,
            InterventionId = intervention.Id,
            Indicator = output.Indicator,
            Partnership = grant.Partnership,
            Programme = grant.Programme,
            GrantReference = grant.Reference,
            Intervention = intervention.Name,
            Order = order,
            Target = output.Target,
            Kind = output.Kind,
        })));
    }
}
