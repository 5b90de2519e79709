using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

/// <summary>Things that were bought, and corrections of earlier quarters.</summary>
public class ListsTests(RunningService<ReturnsService> service)
{
    private static readonly Intervention Cctv = Given.Hardening with
    {
        Id = Guid.NewGuid(),
        Name = "CCTV",
        Areas = ["Melton 004C"],
        Assets = [new("CCTV camera", "WCCTV 4GIR", "mobile", 2)],
    };

    private async Task<Return> CctvReturnAsync()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var owed = (await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now, interventions: Cctv)))[0];
        service.Clock.Now = Given.In(2024, 7, 2);
        return owed;
    }

    [Fact]
    public async Task Assets_NothingBought_IsSaidOnce()
    {
        var owed = await service.OpenReturnAsync();
        var list = owed.PageOf(Given.Hardening, "assets");
        Assert.Equal("Was anything bought that lasts?", (await service.Editor.GetPageAsync(list)).Text("h1"));
        Assert.Equal(["Select what was bought, or that nothing was"], (await service.Editor.PostAndStayAsync(list)).Errors());
        Assert.Equal(owed.Address, await service.Editor.PostAndFollowAsync(list, ("Bought", "no")));
        Assert.Equal((true, 0), (await service.ReturnAsync(owed.Id)).Lines[0] is var line ? (line.AssetsSaid, line.Assets.Count) : default);
    }

    [Fact]
    public async Task Assets_FromTheGrant_AreFilledInChangedAndRemoved()
    {
        var owed = await CctvReturnAsync();
        var list = owed.PageOf(Cctv, "assets");
        Assert.Equal(
            ["CCTV camera, WCCTV 4GIR, mobile", "Something else", "Nothing was bought"],
            (await service.Editor.GetPageAsync(list)).Texts("main .govuk-radios__label")
        );
        var add = await service.Editor.PostAndFollowAsync(list, ("Bought", "0"));
        var page = await service.Editor.GetPageAsync(add);
        Assert.Equal(
            ("CCTV camera", "WCCTV 4GIR", "mobile", "2", "Melton 004C"),
            (page.Typed("Kind"), page.Typed("Model"), page.Typed("Description"), page.Typed("Quantity"), page.Typed("Place"))
        );
        (string, string)[] typed = [("Kind", "CCTV camera"), ("Model", "WCCTV 4GIR"), ("Quantity", "1"), ("Place", "High Street")];
        Assert.Equal(list, await service.SaveAsync(owed, add, typed));
        await service.SaveAsync(owed, add, typed);
        page = await service.Editor.GetPageAsync(list);
        Assert.Equal("You have added 1 thing that was bought", page.Text("h1"));
        Assert.Equal(["WCCTV 4GIR", "None", "1", "High Street"], page.Texts("dd"));

        var asset = Assert.Single((await service.ReturnAsync(owed.Id)).Lines[0].Assets);
        var remove = $"{list}/{asset.Id}/remove";
        Assert.Equal("Are you sure you want to remove “CCTV camera”?", (await service.Editor.GetPageAsync(remove)).Text("h1"));
        Assert.Equal(list, await service.SaveAsync(owed, remove));
        Assert.Empty((await service.ReturnAsync(owed.Id)).Lines[0].Assets);
        Assert.Equal(list, (await service.Editor.GetAsync(remove)).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("Kind", "", "Enter what kind of thing it is, in 200 characters or less")]
    [InlineData("Place", "", "Enter where it is, in 200 characters or less")]
    [InlineData("Quantity", "none", "How many must be a whole number")]
    [InlineData("Quantity", "0", "How many must be 1 or more")]
    public async Task Asset_OneThingWrong_SaysItBesideTheFieldAndKeepsTheRest(string field, string typed, string message)
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(
            owed.PageOf(Given.Hardening, $"assets/{Guid.NewGuid()}"),
            owed.Answers([
                .. new[] { ("Kind", "Lamp"), ("Description", "solar"), ("Quantity", "3"), ("Place", "Park") }.Where(f => f.Item1 != field),
                (field, typed),
            ])
        );
        Assert.Equal([message], page.Errors());
        Assert.Equal((typed, "solar"), (page.Typed(field) ?? "", page.Typed("Description")));
    }

    [Fact]
    public async Task Asset_ChangedByAColleagueMeanwhile_ShowsBoth()
    {
        var owed = await service.OpenReturnAsync();
        var address = owed.PageOf(Given.Hardening, $"assets/{Guid.NewGuid()}");
        await service.Editor.PostAndFollowAsync(address, owed.Answers(("Kind", "Lamp"), ("Quantity", "3"), ("Place", "Park")));
        await service.Lead.PostAndFollowAsync(address, ("Version", "3"), ("Kind", "Lamp"), ("Quantity", "4"), ("Place", "Park"));
        var page = await service.Editor.PostAndStayAsync(address, ("Version", "3"), ("Kind", "Lamp"), ("Quantity", "5"), ("Place", "Park"));
        Assert.Equal(["Bought", "4 × Lamp, Park", "5 × Lamp, Park"], page.Texts("tbody tr > *"));
    }

    [Fact]
    public async Task Adjustments_NothingAccepted_CannotBeMade()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.GetPageAsync(owed.PageOf(Given.Hardening, "adjustments"));
        Assert.Contains(
            "No earlier return of Target hardening has been accepted yet, so there is nothing to correct here.",
            page.Texts("p")
        );
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Adjustments_KeepBothFigures()
    {
        var second = (await service.TwoQuartersAsync())[1];
        var list = second.PageOf(Given.Hardening, "adjustments");
        Assert.Contains(
            "Corrections of earlier quarters",
            (await service.Editor.GetPageAsync(second.Address)).Texts(".govuk-task-list__name-and-hint")
        );
        Assert.Equal(
            [
                "Q1 2024/25: Capital spend, reported as £1,200",
                "Q1 2024/25: Revenue spend, reported as £18.50",
                "Q1 2024/25: homes target hardened, reported as 5",
                "Q1 2024/25: residents trained, reported as 5",
            ],
            (await service.Editor.GetPageAsync(list)).Texts("main option")
        );
        Assert.Equal(
            ["Select the figure that is wrong"],
            (await service.Editor.PostAndStayAsync(list, ("Figure", "2024-25-q2/capital"))).Errors()
        );

        var add = await service.Editor.PostAndFollowAsync(list, ("Figure", "2024-25-q1/capital"));
        var page = await service.Editor.GetPageAsync(add);
        Assert.Equal(["Q1 2024/25: Apr 2024 - Jun 2024", "Capital spend", "£1,200"], page.Texts("dd"));
        Assert.Equal(
            ["Enter the right figure", "Enter why the figure was wrong, in 1,000 characters or less"],
            [
                .. (await service.Editor.PostAndStayAsync(add)).Errors(),
                .. (await service.Editor.PostAndStayAsync(add, ("Now", "1"), ("Reason", ""))).Errors(),
            ]
        );
        Assert.Equal(
            ["Enter a figure other than the one that was reported"],
            (await service.Editor.PostAndStayAsync(add, ("Now", "£1,200"), ("Reason", "So"))).Errors()
        );
        Assert.Equal(list, await service.SaveAsync(second, add, ("Now", "1,300.50"), ("Reason", "An invoice came late")));

        var adjustment = Assert.Single((await service.ReturnAsync(second.Id)).Lines[0].Adjustments);
        Assert.Equal((120_000L, 130_050L, SpendKind.Capital), (adjustment.Was, adjustment.Now, adjustment.Kind!.Value));
        Assert.Equal(
            Money.FromPounds(1200),
            (
                await service.ReadAsync(
                    (Platform.Returns.Data.ReturnsContext db) =>
                        Task.FromResult(db.Returns.Single(r => r.GrantId == second.GrantId && r.Id != second.Id))
                )
            )
                .Lines[0]
                .Capital
        );
        Assert.Equal(
            ["£1,200", "£1,300.50", "An invoice came late"],
            (await service.Editor.GetPageAsync(list)).Texts("dd:not(.govuk-summary-list__actions)")
        );
        Assert.Contains(
            "Capital spend of Q1 2024/25: Apr 2024 - Jun 2024: £1,200 was reported, £1,300.50 is right. An invoice came late",
            (await service.Editor.GetPageAsync($"{second.Address}/check-answers")).Texts("dd")
        );
        Assert.Equal(
            "£1,300.50",
            (await service.Editor.GetPageAsync(second.PageOf(Given.Hardening, "spending"))).Texts("tbody tr td:nth-child(2)")[1]
        );

        await service.SaveAsync(second, $"{list}/{adjustment.Id}/remove");
        Assert.Empty((await service.ReturnAsync(second.Id)).Lines[0].Adjustments);
    }
}
