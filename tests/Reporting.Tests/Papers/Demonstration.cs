using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Tests.Papers;

/// <summary>
/// The events that deploy/demo leaves behind, from its own files: what Safer Streets 5 promised, what was cut, what was returned and what
/// was not.
/// </summary>
internal static class Demonstration
{
    /// <summary>The morning of seed 004's meeting.</summary>
    public static readonly DateTimeOffset Opening = London.At(new(2024, 12, 13), new(9, 30));
    private static readonly Person Editor = new(Guid.NewGuid(), "An editor");

    public static async Task DemonstrationAsync(this RunningService<ReportingService> service)
    {
        await service.NothingAsync();
        service.Clock.Now = Opening;
        foreach (var happened in Events())
            await service.DeliverAsync(happened);
    }

    private static IEnumerable<IEvent> Events()
    {
        var filed = Read<FiledReturn>("returns.json");
        foreach (var round in Read<RoundFile>("rounds.json"))
        {
            var id = Guid.NewGuid();
            yield return new RoundOpened(
                id,
                1,
                London.StartOf(round.OpensOn),
                Editor,
                new(
                    round.Reference,
                    round.Programme,
                    round.Name,
                    London.StartOf(round.OpensOn),
                    London.EndOf(round.ClosesOn),
                    round.DeliveryFrom,
                    round.DeliveryTo,
                    null,
                    round.MatchPercent,
                    [],
                    false
                )
            );
            foreach (var bid in round.Bids.Where(b => b.Submitted))
            {
                var (grantId, grant) = (Guid.NewGuid(), Grant(round, bid));
                yield return new GrantMade(grantId, 1, London.StartOf(new(2024, 4, 24)), Editor, grant);
                // The returns of Safer Streets 1 were on paper.
                if (!filed.Any(f => f.Grant == grant.Reference))
                    continue;
                foreach (
                    var quarter in Quarter.Covering(round.DeliveryFrom, round.DeliveryTo).Where(q => q.To < new DateOnly(2024, 12, 13))
                )
                    yield return Return(
                        grantId,
                        grant,
                        quarter,
                        filed.FirstOrDefault(f => f.Grant == grant.Reference && f.Quarter == quarter)
                    );
            }
        }
    }

    private static IEvent Return(Guid grantId, GrantDetails grant, Quarter quarter, FiledReturn? filed)
    {
        var due = quarter.Next.From.AddMonths(1).AddDays(-1);
        var owed = new ReturnDetails(
            grantId,
            grant.Reference,
            grant.Programme,
            grant.Title,
            grant.Partnership,
            quarter,
            quarter.Next.From,
            due,
            ReturnState.Open,
            [],
            null,
            null
        )
        {
            NamedToBoard = filed is null,
            PaymentHeld = filed is null,
        };
        if (filed is null)
            return new ReturnChased(Guid.NewGuid(), 9, Opening, Person.Platform, owed, new(20, []) { Escalates = true });
        var at = London.At(filed.SubmittedOn, new(14, 0));
        return new ReturnSubmitted(
            Guid.NewGuid(),
            5,
            at,
            Editor,
            owed with
            {
                State = ReturnState.Submitted,
                FirstSubmittedAt = at,
                WorkingDaysLate = WorkingDays.Between(due, filed.SubmittedOn),
                Lines =
                [
                    .. filed.Lines.Select(l => new Contracts.ReturnLine(
                        grant.Original.Concat(grant.Interventions).First(i => i.Name == l.Intervention).Id,
                        l.Status,
                        l.Narrative,
                        l.Capital,
                        l.Revenue,
                        l.Achieved
                    )),
                ],
            }
        );
    }

    // Its decision has the reduced amounts: the grant is varied from the day it is made.
    private static GrantDetails Grant(RoundFile round, BidFile bid)
    {
        var asked = bid.Interventions.Select(i => new Intervention(Guid.NewGuid(), i.Name, "", i.Budget, i.Outputs, [])).ToList();
        var decided =
            round.Decision?.Items.FirstOrDefault(i => i.Partnership == bid.Partnership)?.Interventions.ToDictionary(i => i.Intervention)
            ?? [];
        var current = asked
            .Select(i =>
                decided.GetValueOrDefault(i.Name) is not { } d
                    ? i
                    : i with
                    {
                        Budget = d.Awards is null
                            ? i.Budget
                            : [.. d.Awards.Where(a => a.Amount > Money.Zero).Select(a => new BudgetLine(a.Year, a.Kind, a.Amount))],
                        Outputs = d.Outputs ?? i.Outputs,
                    }
            )
            .Select(i =>
                round.Variations?.FirstOrDefault(v => v.Intervention == i.Name) is { } lowered
                    ? i with
                    {
                        Outputs = [.. i.Outputs.Select(o => o.Indicator == lowered.Indicator ? o with { Target = lowered.Target } : o)],
                    }
                    : i
            )
            .ToList();
        var cuts =
            from i in asked
            from a in decided.GetValueOrDefault(i.Name)?.Awards ?? []
            where a.Before is not null
            select new AmountChange(i.Id, a.Year, a.Kind, a.Before!.Value, a.Amount);
        List<Variation> variations = cuts.Any()
            ? [new(1, new(2024, 4, 24), "Year 2 was reduced.", "EXE005-24", [.. cuts], [], Editor)]
            : [];
        variations.AddRange(
            from lowered in round.Variations ?? []
            from i in asked
            where i.Name == lowered.Intervention
            let was = i.Outputs.First(o => o.Indicator == lowered.Indicator)
            select new Variation(
                variations.Count + 1,
                lowered.On,
                lowered.Reason,
                null,
                [],
                [new(i.Id, lowered.Indicator, was.Target, lowered.Target, lowered.MovedByYear)],
                Editor
            )
        );
        return new(
            Guid.NewGuid(),
            $"{round.Reference}-{bid.Partnership}-01",
            round.Programme,
            Partnership.Get(bid.Partnership),
            bid.Title,
            "EXE005-24",
            round.DeliveryFrom,
            round.DeliveryTo,
            [.. current.Where(i => i.Budget.Count > 0)]
        )
        {
            Original = variations.Count > 0 ? asked : [],
            Variations = variations,
        };
    }

    private static T[] Read<T>(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Platform.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return JsonSerializer.Deserialize<T[]>(File.ReadAllText(Path.Combine(folder, "deploy/demo", file)), Doors.Json)!;
    }

    private sealed record RoundFile(
        string Reference,
        string Programme,
        string Name,
        DateOnly OpensOn,
        DateOnly ClosesOn,
        DateOnly DeliveryFrom,
        DateOnly DeliveryTo,
        int MatchPercent,
        BidFile[] Bids,
        DecisionFile? Decision,
        LoweredFile[]? Variations
    );

    private sealed record LoweredFile(
        DateOnly On,
        string Reason,
        string Intervention,
        string Indicator,
        int Target,
        FinancialYear MovedByYear
    );

    private sealed record BidFile(string Partnership, bool Submitted, string Title, PartFile[] Interventions);

    private sealed record PartFile(string Name, BudgetLine[] Budget, Output[] Outputs);

    private sealed record DecisionFile(DecidedFile[] Items);

    private sealed record DecidedFile(string Partnership, AwardsFile[] Interventions);

    private sealed record AwardsFile(string Intervention, AwardFile[]? Awards, Output[]? Outputs);

    private sealed record AwardFile(FinancialYear Year, SpendKind Kind, Money Amount, Money? Before);

    private sealed record FiledReturn(DateOnly SubmittedOn, string Grant, Quarter Quarter, LineFile[] Lines);

    private sealed record LineFile(
        string Intervention,
        DeliveryStatus Status,
        string Narrative,
        Money Capital,
        Money Revenue,
        Achievement[] Achieved
    );
}
