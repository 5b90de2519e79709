using Platform.Contracts;

namespace Platform.Demo;

/// <summary>The decision records, written and signed by the people who signed EXE005-24.</summary>
internal sealed class DemoDecisions(PlatformApi api, string officer)
{
    private const string All = "/api/decisions";
    private const string Finance = "finance@opcc.example";
    private const string Monitoring = "monitoring@opcc.example";
    private const string Commissioner = "commissioner@opcc.example";

    /// <summary>EXE001-24 to EXE004-24 were about other things.</summary>
    public Task CountPaperAsync(CancellationToken cancellationToken) =>
        api.SendAsync(officer, HttpMethod.Put, $"{All}/sequence/2024", new { Last = 4 }, null, cancellationToken);

    /// <returns>The reference that it got.</returns>
    public async Task<string> BeginAsync(DemoRound round, DemoDecision decision, CancellationToken cancellationToken)
    {
        var submitted = round.Bids.Where(b => b.Submitted).Select(b => b.Partnership).ToList();
        var items = new List<object>();
        foreach (var item in decision.Items)
        {
            var bid = await api.GetAsync<StoredBid>(officer, $"/api/bids/{round.Reference}-{item.Partnership}-01", cancellationToken);
            var ids = bid.Bid.Content.Interventions.ToDictionary(i => i.Name, i => i.Id);
            items.Add(
                new
                {
                    Bid = bid.Reference,
                    item.Place,
                    item.Lead,
                    Interventions = item.Interventions.Select(i => new
                    {
                        Id = ids[i.Intervention],
                        i.Awards,
                        i.Outputs,
                        i.Notes,
                    }),
                }
            );
        }
        var begun = await api.PostAsync<Begun>(
            officer,
            All,
            new
            {
                decision.Title,
                Date = decision.BegunOn,
                decision.ReceivedOn,
                decision.OfficersPresent,
                decision.Summary,
                decision.Scope,
                decision.KeyPoints,
                decision.Reduction,
                Bids = submitted.Select(p => $"{round.Reference}-{p}-01"),
                Items = items,
            },
            cancellationToken
        );
        return begun.Reference;
    }

    public async Task SignAsync(string reference, CancellationToken cancellationToken)
    {
        await StepAsync(officer, reference, "submission", new { }, cancellationToken);
        await StepAsync(Finance, reference, "approval", new { Office = "" }, cancellationToken);
        await StepAsync(Monitoring, reference, "determination", new { PublishRecord = true, PublishDecision = true }, cancellationToken);
        await StepAsync(Commissioner, reference, "signature", new { Decision = Decision.Supported }, cancellationToken);
        await StepAsync(officer, reference, "publication", new { }, cancellationToken);
    }

    public async Task VaryAsync(DemoVariation lowered, CancellationToken cancellationToken)
    {
        var address = $"/api/grants/{lowered.Grant}";
        var read = await api.GetAsync<StoredGrant>(officer, address, cancellationToken);
        await api.SendAsync(
            officer,
            HttpMethod.Post,
            address + "/variations",
            new
            {
                lowered.On,
                lowered.Reason,
                Targets = new[]
                {
                    new
                    {
                        InterventionId = read.Grant.Interventions.Single(i => i.Name == lowered.Intervention).Id,
                        lowered.Indicator,
                        lowered.Target,
                        lowered.MovedByYear,
                    },
                },
            },
            read.Version,
            cancellationToken
        );
    }

    private async Task StepAsync(string user, string reference, string step, object body, CancellationToken cancellationToken)
    {
        var read = await api.GetAsync<StoredDecision>(user, $"{All}/{reference}", cancellationToken);
        await api.SendAsync(user, HttpMethod.Post, $"{All}/{reference}/{step}", body, read.Version, cancellationToken);
    }

    private sealed record Begun(string Reference);

    private sealed record StoredDecision(int Version);

    private sealed record StoredGrant(int Version, GrantDetails Grant);

    private sealed record StoredBid(string Reference, BidDetails Bid);
}
