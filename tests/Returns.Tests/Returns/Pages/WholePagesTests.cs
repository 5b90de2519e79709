using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

/// <summary>The pages about the quarter as a whole.</summary>
public class WholePagesTests(RunningService<ReturnsService> service)
{
    private static readonly MatchLine District = new(
        Guid.NewGuid(),
        "District council",
        new(2024),
        MatchKind.Cash,
        Money.FromPounds(5000),
        true
    );

    private async Task<IReadOnlyList<Platform.Returns.Returns.Return>> PromisedAsync()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var made = Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now);
        var returns = await service.GrantAsync(
            made with
            {
                Details = made.Details with { Match = [District, District with { Id = Guid.NewGuid(), Amount = Money.FromPounds(1000) }] },
            }
        );
        service.Clock.Now = Given.In(2024, 10, 2);
        return returns;
    }

    [Fact]
    public async Task Outcomes_AreSavedAndShownBesideTheNextReturns()
    {
        var returns = await PromisedAsync();
        await service.SaveAsync(returns[0], $"{returns[0].Address}/rating", ("Rating", "Amber"), ("RatingReason", "Staff left"));
        Assert.Equal(
            returns[0].Address,
            await service.SaveAsync(returns[0], $"{returns[0].Address}/outcomes", ("Outcomes", "Fewer thefts"), ("Risks", "Winter"))
        );
        Assert.Contains(
            "Fewer thefts",
            (await service.Editor.GetPageAsync($"{returns[1].Address}/outcomes")).Text("details"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Last return (Q1 2024/25: Apr 2024 - Jun 2024): Amber: in danger, and in hand",
            (await service.Editor.GetPageAsync($"{returns[1].Address}/rating")).Text("#Rating-hint")
        );
    }

    [Theory]
    [InlineData("", "Going well", "Select how the grant is going in all")]
    [InlineData("Red", " ", "Enter why the grant is going that way")]
    public async Task Rating_NeedsAColourAndAReason(string rating, string reason, string message)
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(
            $"{owed.Address}/rating",
            owed.Answers(("Rating", rating), ("RatingReason", reason))
        );
        Assert.Equal([message], page.Errors());
        Assert.Equal(["Green", "Amber", "Red"], page.Texts(".govuk-radios__label"));
    }

    [Fact]
    public async Task Match_AsksForEveryPromiseAndTakesOthers()
    {
        var returns = await PromisedAsync();
        var address = $"{returns[0].Address}/match-funding";
        var page = await service.Editor.GetPageAsync(address);
        Assert.Equal(["District council, cash", "Another source"], page.Texts("main legend"));
        Assert.Equal("Enter 0 if nothing was. Promised: £6,000. Received in earlier quarters: £0", page.Text("#Rows_0__Amount-hint"));
        Assert.Equal(["Enter what District council gave"], (await service.Editor.PostAndStayAsync(address, returns[0].Answers())).Errors());
        page = await service.Editor.PostAndStayAsync(address, ("Rows[0].Amount", "lots"), ("Rows[1].Source", "Rotary"), ("Add", "source"));
        Assert.Equal(
            (3, "lots", "Rotary"),
            (page.QuerySelectorAll("main fieldset").Length, page.Typed("Rows[0].Amount"), page.Typed("Rows[1].Source"))
        );
        Assert.Equal(
            ["Enter how much it gave", "Enter who gave it, in 200 characters or less"],
            [
                .. (
                    await service.Editor.PostAndStayAsync(
                        address,
                        returns[0].Answers(("Rows[0].Amount", "1"), ("Rows[1].Source", "Rotary"))
                    )
                ).Errors(),
                .. (
                    await service.Editor.PostAndStayAsync(address, returns[0].Answers(("Rows[0].Amount", "1"), ("Rows[1].Amount", "5")))
                ).Errors(),
            ]
        );

        await service.SaveAsync(
            returns[0],
            address,
            ("Rows[0].Amount", "£2,500"),
            ("Rows[1].Source", ""),
            ("Rows[2].Source", "Rotary"),
            ("Rows[2].Kind", "InKind"),
            ("Rows[2].Amount", "40")
        );
        Assert.Equal(
            [new("District council", MatchKind.Cash, Money.FromPounds(2500)), new("Rotary", MatchKind.InKind, Money.FromPounds(40))],
            (await service.ReturnAsync(returns[0].Id)).Overall.Match!
        );
        Assert.Contains(
            "Received in earlier quarters: £2,500",
            (await service.Editor.GetPageAsync($"{returns[1].Address}/match-funding")).Text("#Rows_0__Amount-hint"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Underspend_IsSuggestedFromTheFigures()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            "Enter 0 if all will be used",
            (await service.Editor.GetPageAsync($"{owed.Address}/underspend")).Text("#Underspend-hint")
        );
        await service.SaveAsync(
            owed,
            owed.PageOf(Given.Hardening, "spending"),
            ("Capital", "80000"),
            ("Revenue", "0"),
            ("VarianceReason", "Cheaper locks")
        );
        await service.SaveAsync(owed, owed.PageOf(Given.Campaign, "spending"), ("Capital", "0"), ("Revenue", "11000"));
        var page = await service.Editor.GetPageAsync($"{owed.Address}/underspend");
        Assert.Equal(
            ("10,000", "By the spending and the forecasts of this return it is £10,000. Enter 0 if all will be used"),
            (page.Typed("Underspend"), page.Text("#Underspend-hint"))
        );
        var version = ("Version", (await service.ReturnAsync(owed.Id)).Version.ToString());
        Assert.Equal(
            ["Enter what you propose for the money that will not be used"],
            (await service.Editor.PostAndStayAsync($"{owed.Address}/underspend", version, ("Underspend", "10,000"))).Errors()
        );
        Assert.Equal(
            ["Enter what will not be used, or 0 if all will be"],
            (await service.Editor.PostAndStayAsync($"{owed.Address}/underspend", version, ("Underspend", ""))).Errors()
        );
        Assert.Equal(
            owed.Address,
            await service.SaveAsync(owed, $"{owed.Address}/underspend", ("Underspend", "10,000"), ("UnderspendProposal", "Give it back"))
        );
        const string differs = "£10,000, which differs from what you entered";
        Assert.DoesNotContain(differs, (await service.Editor.GetPageAsync($"{owed.Address}/check-answers")).Text("body"));

        await service.SaveAsync(owed, $"{owed.Address}/underspend", ("Underspend", "9,000"), ("UnderspendProposal", "Give it back"));
        page = await service.Editor.GetPageAsync($"{owed.Address}/underspend");
        Assert.StartsWith(
            "You entered £9,000. The spending and the forecasts of the interventions come to £10,000.",
            page.Text(".govuk-inset-text")
        );
        Assert.Contains(differs, (await service.Editor.GetPageAsync($"{owed.Address}/check-answers")).Text("body"));
        Assert.Contains(
            "They leave £10,000 of the year’s money. You entered an underspend of £9,000.",
            (await service.Editor.GetPageAsync($"{owed.Address}?saved=figures")).Text(".govuk-notification-banner")
        );
        var api = JsonDocument.Parse(
            await (await service.Editor.GetAsync("/api" + owed.Address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal("10000.00", api.RootElement.GetProperty("underspendByFigures").GetString());
    }

    [Fact]
    public async Task Nil_IsHandedOverWithItsReasonAlone()
    {
        var owed = await service.OpenReturnAsync();
        await service.SaveAsync(owed, owed.PageOf(Given.Hardening), ("Status", "NotStarted"));
        Assert.Equal(
            ["Enter why there is nothing to report"],
            (await service.Editor.PostAndStayAsync($"{owed.Address}/nil", owed.Answers(("Reason", "")))).Errors()
        );
        Assert.Equal(owed.Address, await service.SaveAsync(owed, $"{owed.Address}/nil", ("Reason", "The grant begins in July")));
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Contains("The grant begins in July", page.Texts(".govuk-inset-text p"));
        Assert.Equal(["Check answers and hand over to your lead"], page.Texts(".govuk-task-list__name-and-hint"));

        await service.SaveAsync(owed, $"{owed.Address}/nil", ("TakeBack", "true"));
        Assert.Equal(
            ("", DeliveryStatus.NotStarted),
            (await service.ReturnAsync(owed.Id)) is var back ? (back.NilReason, back.Lines[0].Status!.Value) : default
        );
        await service.SaveAsync(owed, $"{owed.Address}/nil", ("Reason", "The grant begins in July"));
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        var submitted = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.Submitted, "The grant begins in July", 0), (submitted.State, submitted.NilReason, submitted.Lines.Count));

        // If the office does not accept that, everything can be reported after all.
        await service.SendBackAsync(owed, new SectionNote("nil", "Report the planning"));
        Assert.Equal(
            owed.PageOf(Given.Hardening, "spending"),
            await service.SaveAsync(owed, owed.PageOf(Given.Hardening), ("Status", "OnTrack"))
        );
    }
}
