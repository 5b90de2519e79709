using Platform.Contracts;

namespace Platform.Demo;

/// <summary>
/// Plays the demonstration's history through the public API, as its people would have done it, so every rule, event and letter applies.
/// </summary>
/// <param name="people">The demonstration's people, who have accounts.</param>
public sealed class DemoPlayer(SignedInPeople people)
{
    private const string Officer = "officer@opcc.example";
    private readonly PlatformApi api = new(people);
    private DemoDecisions Decisions => new(api, Officer);
    private DemoReturns Returns => new(api, Officer, Member);

    /// <summary>The morning on which the demonstration opens: the day of seed 004's paper.</summary>
    public static readonly DateTimeOffset Opening = London.At(new(2024, 12, 13), new(9, 30));

    /// <summary>Opens a round as of today, for platforms whose clock cannot be moved.</summary>
    public async Task OpenRoundAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var template = DemoData.Rounds[^1];
        var year = FinancialYear.Of(today).Next;
        await WriteProfilesAsync(DemoData.Profiles[^1] with { From = year.From, To = year.To }, cancellationToken);
        await api.SendAsync(
            Officer,
            HttpMethod.Post,
            "/api/rounds",
            new
            {
                Reference = $"CSP{year.Start}",
                template.Programme,
                Name = $"{template.Programme} {year}",
                OpensOn = today,
                ClosesOn = new DateOnly(year.Start, 3, 1).AddDays(-1),
                DeliveryFrom = year.From,
                DeliveryTo = year.To,
                template.CapPerBid,
                template.MatchPercent,
                template.Themes,
                template.Published,
                template.About,
                template.Available,
                template.PriorityPercent,
                template.ThresholdPercent,
                template.Criteria,
            },
            null,
            cancellationToken
        );
    }

    /// <summary>Plays the history up to <see cref="Opening"/>.</summary>
    /// <param name="moveClock">Moves the platform's clock forward; done once all that follows from the move is.</param>
    /// <param name="makePeople">Makes the accounts, on the first day.</param>
    /// <param name="reviewPeople">Says, twice a year, that they are still needed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PlayAsync(
        Func<DateTimeOffset, CancellationToken, Task> moveClock,
        Func<Task> makePeople,
        Func<Task> reviewPeople,
        CancellationToken cancellationToken
    )
    {
        var steps = Steps(cancellationToken).Concat(ReviewDays().Select(day => (At: day, Act: reviewPeople))).OrderBy(s => s.At).ToList();
        var last = steps[0].At.AddHours(-1);
        await moveClock(last, cancellationToken);
        await makePeople();
        foreach (var step in steps)
        {
            if (step.At > last)
                await moveClock(last = step.At, cancellationToken);
            await step.Act();
        }
        await moveClock(Opening, cancellationToken);
        await new DemoPapers(api, Officer).IssueAsync(DemoData.Paper, cancellationToken);
    }

    private static IEnumerable<DateTimeOffset> ReviewDays()
    {
        for (var day = new DateOnly(2020, 9, 1); day < London.DateOf(Opening); day = day.AddMonths(6))
            yield return London.At(day, new(9, 0));
    }

    private IEnumerable<(DateTimeOffset At, Func<Task> Act)> Steps(CancellationToken cancellationToken)
    {
        foreach (var round in DemoData.Rounds)
        {
            yield return (
                London.At(round.OpensOn, new(9, 0)),
                () => api.SendAsync(Officer, HttpMethod.Post, "/api/rounds", round, null, cancellationToken)
            );
            foreach (var bid in round.Bids)
                yield return (London.At(round.ClosesOn.AddDays(-4), new(11, 0)), () => BidAsync(round, bid, cancellationToken));
            if (round.Decision is { } decision)
            {
                var reference = "";
                yield return (
                    London.At(decision.BegunOn, new(10, 0)),
                    async () => reference = await Decisions.BeginAsync(round, decision, cancellationToken)
                );
                yield return (London.At(decision.DecidedOn, new(15, 0)), () => Decisions.SignAsync(reference, cancellationToken));
                foreach (var lowered in round.Variations)
                    yield return (London.At(lowered.On, new(10, 0)), () => Decisions.VaryAsync(lowered, cancellationToken));
                // Rutland has still to accept its agreement.
                foreach (var bid in round.Bids.Where(b => b.Submitted && b.Partnership != "RUT"))
                    yield return (
                        London.At(decision.DecidedOn.AddDays(2), new(11, 0)),
                        () =>
                            api.SendAsync(
                                Member(bid.Partnership, Roles.PartnerLead),
                                HttpMethod.Post,
                                $"/api/grants/{round.Reference}-{bid.Partnership}-01/acceptance",
                                null,
                                null,
                                cancellationToken
                            )
                    );
            }
        }
        foreach (var written in DemoData.Profiles)
            yield return (London.At(written.WrittenOn, new(10, 0)), () => WriteProfilesAsync(written, cancellationToken));
        yield return (London.At(new(2024, 1, 2), new(9, 0)), () => Decisions.CountPaperAsync(cancellationToken));
        // Its returns were on paper.
        yield return (London.At(new(2020, 7, 29), new(10, 0)), () => Returns.NotRequireAsync("SS1", 6, cancellationToken));
        foreach (var step in new DemoFoi(api, Officer).Steps(cancellationToken))
            yield return step;
        foreach (var filed in DemoData.Returns)
            yield return (London.At(filed.SubmittedOn, new(14, 0)), () => Returns.ReportAsync(filed, cancellationToken));
        // The office has read what came in by the summer.
        foreach (var filed in DemoData.Returns.Where(r => r.SubmittedOn < new DateOnly(2024, 9, 1)))
            yield return (London.At(new(2024, 9, 2), new(10, 0)), () => Returns.AcceptAsync(filed, cancellationToken));
        // Stops on the days on which quarter 2's reminders go out.
        var due = new DateOnly(2024, 10, 31);
        foreach (var rung in (int[])[-10, -5, -1, 0, 1, 5, 10, 20])
            yield return (London.At(WorkingDays.Add(due, rung), new(10, 0)), () => Task.CompletedTask);
    }

    private async Task WriteProfilesAsync(DemoProfiles written, CancellationToken cancellationToken)
    {
        foreach (var profile in written.Profiles)
            await api.SendAsync(
                Officer,
                HttpMethod.Post,
                "/api/profiles",
                new
                {
                    profile.Partnership,
                    written.From,
                    written.To,
                    profile.Priorities,
                },
                null,
                cancellationToken
            );
    }

    private async Task BidAsync(DemoRound round, DemoBid bid, CancellationToken cancellationToken)
    {
        var (editor, lead) = (Member(bid.Partnership, Roles.PartnerEditor), Member(bid.Partnership, Roles.PartnerLead));
        await api.SendAsync(editor, HttpMethod.Post, "/api/bids", new { Round = round.Reference }, null, cancellationToken);
        var address = $"/api/bids/{round.Reference}-{bid.Partnership}-01";
        var leader = DemoData.People.First(p => p.Email == lead);
        (string Section, object Answers)[] sections =
        [
            (
                "contacts",
                new
                {
                    Lead = new
                    {
                        leader.Name,
                        Role = "Community safety manager",
                        leader.Email,
                        Phone = "01632 960 001",
                    },
                }
            ),
            (
                "project",
                new
                {
                    bid.Title,
                    bid.Theme,
                    bid.Summary,
                }
            ),
            (
                "need",
                new
                {
                    bid.Need,
                    bid.Priority,
                    bid.PlanAim,
                }
            ),
            ("where", new { bid.Areas, bid.Vintage }),
            .. bid.Interventions.Select(i => ($"interventions/{Guid.CreateVersion7()}", (object)i)),
            .. bid.Match.Select(m => ($"match-funding/{Guid.CreateVersion7()}", (object)m)),
            .. bid.Risks.Select(r => ($"risks/{Guid.CreateVersion7()}", (object)r)),
        ];
        var version = 1;
        foreach (var (section, answers) in sections)
            await api.SendAsync(editor, HttpMethod.Put, $"{address}/{section}", answers, version++, cancellationToken);
        if (bid.Submitted)
            await api.SendAsync(lead, HttpMethod.Post, address + "/submission", null, version, cancellationToken);
    }

    private static string Member(string partnership, string role) =>
        DemoData.People.First(p => p.Partnership == partnership && p.Roles.Contains(role)).Email;
}
