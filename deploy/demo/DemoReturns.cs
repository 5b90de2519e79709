using Platform.Contracts;

namespace Platform.Demo;

/// <summary>
/// The quarterly returns, filled in by the editors, certified by the leads and accepted by the officer. What the data does not say is
/// derived: the rest of the year's money is forecast evenly over its quarters, and what is unspent at its end is the underspend.
/// </summary>
internal sealed class DemoReturns(PlatformApi api, string officer, Func<string, string, string> member)
{
    public async Task ReportAsync(DemoReturn filed, CancellationToken cancellationToken)
    {
        var code = filed.Grant.Split('-')[1];
        var (editor, lead) = (member(code, Roles.PartnerEditor), member(code, Roles.PartnerLead));
        var stored = await PlatformApi.UntilAsync(
            async () =>
                (await api.GetAsync<ReturnList>(editor, "/api/returns", cancellationToken)).Returns.SingleOrDefault(r =>
                    r.Return.GrantReference == filed.Grant && r.Return.Quarter == filed.Quarter && r.Return.State != ReturnState.Scheduled
                ),
            cancellationToken
        );
        var address = stored.Address;
        await api.SendAsync(editor, HttpMethod.Put, address, Whole(filed, stored), stored.Version, cancellationToken);
        await api.SendAsync(editor, HttpMethod.Post, address + "/ready", null, null, cancellationToken);
        await api.SendAsync(
            lead,
            HttpMethod.Post,
            address + "/submission",
            null,
            (await api.GetAsync<StoredReturn>(lead, address, cancellationToken)).Version,
            cancellationToken
        );
    }

    /// <summary>The officer accepts a return.</summary>
    public async Task AcceptAsync(DemoReturn filed, CancellationToken cancellationToken)
    {
        var stored = (await api.GetAsync<ReturnList>(officer, "/api/returns?state=Submitted", cancellationToken)).Returns.Single(r =>
            r.Return.GrantReference == filed.Grant && r.Return.Quarter == filed.Quarter
        );
        await api.SendAsync(officer, HttpMethod.Post, stored.Address + "/acceptance", null, stored.Version, cancellationToken);
    }

    /// <summary>The officer says that a round's returns are not required, once that many are scheduled.</summary>
    public async Task NotRequireAsync(string round, int count, CancellationToken cancellationToken)
    {
        var scheduled = await PlatformApi.UntilAsync(
            async () =>
                (await api.GetAsync<ReturnList>(officer, "/api/returns", cancellationToken))
                    .Returns.Where(r => r.Return.GrantReference.StartsWith(round + "-", StringComparison.Ordinal))
                    .ToList()
                    is var found
                && found.Count == count
                    ? found
                    : null,
            cancellationToken
        );
        foreach (var stored in scheduled)
            await api.SendAsync(
                officer,
                HttpMethod.Post,
                stored.Address + "/not-required",
                new { Reason = "Reported to the Home Office on paper.", OnPaper = true },
                null,
                cancellationToken
            );
    }

    private static object Whole(DemoReturn filed, StoredReturn stored)
    {
        var later = Enumerable
            .Range(filed.Quarter.Number + 1, 4 - filed.Quarter.Number)
            .Select(n => new Quarter(filed.Quarter.Year, n))
            .ToList();
        var lines = filed
            .Lines.Select(line =>
            {
                var intervention = stored.Interventions.Single(i => i.Name == line.Intervention);
                var (capital, revenue) = (
                    Left(filed, line, intervention, SpendKind.Capital),
                    Left(filed, line, intervention, SpendKind.Revenue)
                );
                return new
                {
                    InterventionId = intervention.Id,
                    Left = later.Count > 0 ? Money.Zero : capital + revenue,
                    Answers = new
                    {
                        line.Status,
                        line.Narrative,
                        line.Capital,
                        line.Revenue,
                        line.Achieved,
                        Forecasts = later.Select(
                            (quarter, i) => new Forecast(quarter, Share(capital, later.Count, i), Share(revenue, later.Count, i))
                        ),
                        VarianceReason = line.Reason,
                        Explanation = line.Reason,
                        line.Assets,
                    },
                };
            })
            .ToList();
        var underspend = lines.Sum(l => l.Left);
        var late = filed.Lines.Where(l => l.Status is DeliveryStatus.AtRisk or DeliveryStatus.Delayed).Select(l => l.Intervention).ToList();
        var bid = DemoData
            .Rounds.Single(r => r.Reference == filed.Grant.Split('-')[0])
            .Bids.Single(b => b.Partnership == filed.Grant.Split('-')[1]);
        return new
        {
            Lines = lines.Select(l => new { l.InterventionId, l.Answers }),
            Outcomes = new
            {
                Outcomes = string.Join(" ", filed.Lines.Select(l => l.Narrative)),
                Risks = late.Count > 0 ? $"{string.Join(", ", late)} may be late." : "",
            },
            MatchFunding = new
            {
                Received = bid
                    .Match.Where(m => m.Year == filed.Quarter.Year)
                    .Select(m => new MatchReceived(m.Source, m.Kind, new(m.Amount.Pence / 4))),
            },
            Underspend = new
            {
                Underspend = underspend,
                UnderspendProposal = underspend > Money.Zero ? "We ask to use it in the next year for the same work." : "",
            },
            Rating = new
            {
                Rating = late.Count > 0 ? Rating.Amber : Rating.Green,
                RatingReason = late.Count > 0
                    ? $"{string.Join(", ", late)}: behind the plan. The rest goes as planned."
                    : "All goes as planned.",
            },
        };
    }

    // What is granted for the year and not spent by the end of this quarter; nothing where more was spent.
    private static Money Left(DemoReturn filed, DemoLine line, Intervention intervention, SpendKind kind)
    {
        var granted = intervention.Budget.Where(b => b.Year == filed.Quarter.Year && b.Kind == kind).Sum(b => b.Amount);
        var spent = DemoData
            .Returns.Where(r => r.Grant == filed.Grant && r.Quarter.Year == filed.Quarter.Year && r.Quarter.Number <= filed.Quarter.Number)
            .SelectMany(r => r.Lines)
            .Where(l => l.Intervention == line.Intervention)
            .Sum(l => kind == SpendKind.Capital ? l.Capital : l.Revenue);
        return granted > spent ? granted - spent : Money.Zero;
    }

    private static Money Share(Money whole, int parts, int index) =>
        new(whole.Pence / parts + (index == parts - 1 ? whole.Pence % parts : 0));

    private sealed record ReturnList(IReadOnlyList<StoredReturn> Returns);

    private sealed record StoredReturn(string Address, int Version, ReturnDetails Return, IReadOnlyList<Intervention> Interventions);
}
