using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication.Pages;

/// <summary>What everybody may read, and what is as if it did not exist.</summary>
public sealed class FundingTests(RunningService<ReportingService> service)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Grant_NotPublic_IsNowhere(bool isRecorded)
    {
        await service.NothingAsync();
        await GrantedAsync("MEL", decision: "EXE009-24");
        if (isRecorded)
            await service.DeliverAsync(Published("EXE009-24", details: false));
        // Not for its own partnership either: these pages are everybody's.
        foreach (var visitor in new[] { service.AsNobody(), service.Partner(), service.Officer() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/funding/grants/SS5-MEL-01")).StatusCode);
            foreach (
                var address in new[]
                {
                    "/funding",
                    "/funding/grants",
                    "/funding/grants?place=Melton",
                    "/funding/statutory",
                    "/funding/statutory/2024-04",
                }
            )
            {
                var page = (await visitor.GetPageAsync(address)).Text("main");
                Assert.DoesNotContain("SS5-MEL-01", page, StringComparison.Ordinal);
                Assert.DoesNotContain("£5,000", page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Funding_SumsByProgrammeAndYear_AndNamesOpenRounds()
    {
        await service.NothingAsync();
        await GrantedAsync("MEL");
        await GrantedAsync("RUT");
        await GrantedAsync("BLA", decision: "EXE009-24");
        await service.DeliverAsync(Published("EXE005-24"));
        await service.DeliverAsync(Round(Guid.NewGuid()));
        var page = await service.Partner("HAR").GetPageAsync("/funding");
        Assert.Equal(["2024/25", "2", "£10,000", "£0"], page.Texts("tbody td"));
        Assert.Equal("/funding/grants?programme=Safer%20Streets&year=2024%2F25", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Equal(
            "Community safety fund 2025/26 is open for bids until 11:59:59pm on Friday 28 February 2025.",
            page.Text(".govuk-inset-text")
        );
    }

    [Fact]
    public async Task Rounds_ByTheClock_AreOpenComingOrClosed_AndDraftsAreNowhere()
    {
        await service.NothingAsync();
        var round = Round(Guid.NewGuid());
        await service.DeliverAsync(round);
        await service.DeliverAsync(
            Round(Guid.NewGuid()) with
            {
                Details = round.Details with { Reference = "NEXT", Name = "Next", OpensAt = Now.AddDays(3), ClosesAt = Now.AddDays(30) },
            }
        );
        await service.DeliverAsync(
            Round(Guid.NewGuid()) with
            {
                Details = round.Details with { Reference = "PAST", Name = "Past", ClosesAt = Now.AddDays(-3) },
            }
        );
        await service.DeliverAsync(
            Round(Guid.NewGuid()) with
            {
                Details = round.Details with { Reference = "DRAFT", Name = "Secret", Published = false },
            }
        );
        var page = await service.AsNobody().GetPageAsync("/funding/rounds");
        Assert.Equal(["Community safety fund 2025/26", "Next"], page.Texts("h3"));
        Assert.Equal(["Past"], page.Texts("tbody th"));
        Assert.DoesNotContain("Secret", page.Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leicester 023a", "SS5-LEI-01")]
    [InlineData("Leicester 023", "SS5-LEI-01")]
    [InlineData("  leicester ", "SS5-LEI-01")]
    [InlineData("E01025614", "SS5-RUT-01")]
    [InlineData("melt", "SS5-MEL-01")]
    [InlineData("023A", "SS5-LEI-01")]
    [InlineData("Westcotes", "SS5-LEI-01")]
    [InlineData("Melton Mowbray", "SS5-MEL-01")]
    [InlineData("Wigston", "")]
    [InlineData("%", "")]
    [InlineData("Leicester_023", "SS5-LEI-01")]
    [InlineData("Blaby", "SS5-RUT-01")]
    public async Task Grants_ByPlace_AreFound(string place, string found)
    {
        await service.NothingAsync();
        await GrantedAsync("MEL");
        await GrantedAsync("LEI", ["Leicester 023A", "Leicester 039B"]);
        await GrantedAsync("RUT", ["E01025614"]);
        await service.DeliverAsync(Published("EXE005-24"));
        var page = await service.AsNobody().GetPageAsync("/funding/grants?place=" + Uri.EscapeDataString(place));
        Assert.Equal(found.Length == 0 ? [] : [found], page.Texts("tbody th"));
        Assert.Equal(place, page.QuerySelector("[name=Place]")!.GetAttribute("value"));
        Assert.Equal("Remove this filter: " + place.Trim(), page.Text(".moj-filter__tag"));
        if (found.Length == 0)
            Assert.StartsWith("No published grant matches.", page.Texts("main p")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grants_FilteredAndSorted_KeepItInTheAddress()
    {
        await service.NothingAsync();
        await GrantedAsync("MEL");
        await GrantedAsync("RUT", programme: "Community safety fund");
        await service.DeliverAsync(Published("EXE005-24"));
        var all = await service.AsNobody().GetPageAsync("/funding/grants?sort=-reference");
        Assert.Equal(["SS5-RUT-01", "SS5-MEL-01"], all.Texts("tbody th"));
        Assert.Equal("descending", all.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        var one = await service.AsNobody().GetPageAsync("/funding/grants?programme=Safer%20Streets&year=2024%2F25&sort=-reference");
        Assert.Equal(["SS5-MEL-01"], one.Texts("tbody th"));
        Assert.Equal(["Remove this filter: Safer Streets", "Remove this filter: 2024/25"], one.Texts(".moj-filter__tag"));
        Assert.Equal("/funding/grants?year=2024%2F25&sort=-reference", one.QuerySelector(".moj-filter__tag")!.GetAttribute("href"));
        Assert.Empty((await service.AsNobody().GetPageAsync("/funding/grants?year=2019/20")).Texts("tbody th"));
        await service.NothingAsync();
        Assert.StartsWith(
            "No grant has been published yet.",
            (await service.AsNobody().GetPageAsync("/funding/grants")).Texts("main p")[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Grants_MoreThanAPage_SayWhichInTheTitle()
    {
        await service.NothingAsync();
        await GrantedAsync("MEL");
        await service.DeliverAsync(Published("EXE005-24"));
        await service.ReadAsync(
            (ReportingContext db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    insert into grants (id, version, reference, bid_id, decision_reference, programme, partnership, title,
                    delivery_from, delivery_to, amount, original, priority_percent, is_added_up)
                    select gen_random_uuid(), 1, 'SS5-RUT-' || n, bid_id, decision_reference, programme, 'RUT', title, delivery_from,
                    delivery_to, amount, original, 0, true from grants, generate_series(100, 210) n
                    """
                )
        );
        var page = await service.AsNobody().GetPageAsync("/funding/grants?number=2&place=Rutland");
        Assert.StartsWith("Grants (page 2 of 3)", page.Title, StringComparison.Ordinal);
        Assert.Equal(50, page.Texts("tbody th").Count);
        Assert.Contains(
            "/funding/grants?place=Rutland&number=3",
            page.QuerySelectorAll(".govuk-pagination a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Grant_Public_SaysWhatWasPromisedAndWhatWasDone_AndNothingThatWasWrittenInReturns()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var varied = Varied(id);
        await service.DeliverAsync(
            varied with
            {
                Details = varied.Details with
                {
                    Conditions = ["Locks meet the standard"],
                    Variations = [varied.Variation with { By = new(Guid.NewGuid(), "Officer Name") }],
                },
            }
        );
        var done = Return(id, ReturnState.Submitted, quarter: 2, achieved: 149);
        await service.DeliverAsync(
            Submitted(
                Guid.NewGuid(),
                done with
                {
                    Lines = [done.Lines[0] with { Narrative = "Mrs Smith was helped", Revenue = Money.FromPounds(1_250) }],
                    Overall = new() { Outcomes = "Mr Jones sleeps again", RatingReason = "Ask Ann" },
                    WorkingDaysLate = 8,
                }
            )
        );
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(id, ReturnState.Open)));
        await service.DeliverAsync(Published("EXE005-24"));
        var page = await service.Partner("RUT").GetPageAsync("/funding/grants/SS5-MEL-01");
        Assert.Equal("Safer homes", page.Text("h1"));
        Assert.Equal("£1,250 of £5,000 reported as spent, as at Wednesday 12 February 2025.", page.Text(".govuk-body-l"));
        var text = page.Text("main");
        foreach (
            var said in new[]
            {
                "Locks meet the standard",
                "£5,000 (was £9,000)",
                "£0 (was £11,000)",
                "up to 130 (was 200)",
                "149",
                "19 more than planned",
                "On track",
                "Less money.",
                "All of Melton",
                "8 working days late",
                "Overdue",
            }
        )
            Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var unsaid in new[] { "Smith", "Jones", "Ask Ann", "Officer Name", "Ann Reed" })
            Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_Nobody_LeadsToWhatIsPublic() =>
        Assert.NotNull((await service.AsNobody().GetPageAsync("/")).QuerySelector("main a[href='/funding']"));

    private async Task GrantedAsync(string code, string[]? areas = null, string decision = "EXE005-24", string programme = "Safer Streets")
    {
        var made = Given.Grant(Guid.NewGuid(), code: code, programme: programme);
        await service.DeliverAsync(
            made with
            {
                Details = made.Details with
                {
                    DecisionReference = decision,
                    Interventions = [made.Details.Interventions[0] with { Areas = areas ?? [] }],
                    Areas = areas ?? [],
                },
            }
        );
    }
}
