using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds.Pages;

/// <summary>The pages on which an officer writes a round, looks through it and publishes it.</summary>
public sealed class EditTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task PageByPage_UntilItIsPublished()
    {
        var (round, officer) = (await service.RoundDraftAsync("EDIT1"), service.Officer());
        Assert.Equal(
            "/rounds/EDIT1/edit",
            await officer.PostAndFollowAsync(
                $"/rounds/{round}/money",
                ("Version", "1"),
                ("Available", "£100,000"),
                ("CapPerBid", "5,000.50"),
                ("MatchPercent", "50"),
                ("PriorityPercent", "60")
            )
        );
        await officer.PostAndFollowAsync(
            $"/rounds/{round}/who-may-bid",
            ("Version", "2"),
            ("Everybody", "no"),
            ("Invited", "MEL"),
            ("Invited", "RUT")
        );
        var form = await officer.GetPageAsync($"/rounds/{round}/questions/new");
        var question = form.Typed("QuestionId")!;
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                $"/rounds/{round}/questions",
                await officer.PostAndFollowAsync(
                    $"/rounds/{round}/questions/new",
                    ("Version", form.Typed("Version")!),
                    ("QuestionId", question),
                    ("Text", "How will you keep it going?"),
                    ("Answer", "must"),
                    ("MostWords", "200")
                )
            );
        await officer.PostAndFollowAsync(
            $"/rounds/{round}/criteria/new",
            ("Version", "4"),
            ("CriterionId", $"{Guid.NewGuid()}"),
            ("Name", "Need"),
            ("Weight", "3")
        );
        await officer.PostAndFollowAsync($"/rounds/{round}/criteria", ("Version", "5"), ("ThresholdPercent", "65"));
        var hub = await officer.GetPageAsync($"/rounds/{round}/edit");
        var values = hub.Texts(".govuk-summary-list__value");
        Assert.Empty(
            (
                (string[])
                    ["£100,000", "£5,000.50", "50%", "60%", "Melton, Rutland", "How will you keep it going?", "Need (weight 3)", "65%"]
            ).Except(values)
        );

        var preview = await officer.GetPageAsync($"/rounds/{round}/publish");
        Assert.Contains("How will you keep it going?", preview.Text("body"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync($"/rounds/{round}")).StatusCode);
        Assert.Equal(
            $"/rounds/{round}",
            await officer.PostAndFollowAsync($"/rounds/{round}/publish", ("Version", preview.Typed("Version")!))
        );
        Assert.Equal(
            $"/rounds/{round}",
            await officer.PostAndFollowAsync($"/rounds/{round}/publish", ("Version", preview.Typed("Version")!))
        );
        Assert.Equal(
            "RoundDrafted RoundDrafted RoundDrafted RoundDrafted RoundDrafted RoundDrafted RoundOpened",
            await service.RoundEventsAsync(round)
        );
        Assert.Contains("65%", (await service.AsNobody().GetPageAsync($"/rounds/{round}")).Text("body"));
    }

    [Fact]
    public async Task Post_ColleagueSavedMeanwhile_ShowsBothAndTheNextSaveIsDeliberate()
    {
        var (round, officer) = (await service.RoundDraftAsync("EDIT2"), service.Officer());
        await officer.PostAndFollowAsync($"/rounds/{round}/money", ("Version", "1"), ("MatchPercent", "10"), ("PriorityPercent", "0"));
        var stale = await officer.PostAndStayAsync(
            $"/rounds/{round}/money",
            ("Version", "1"),
            ("MatchPercent", "20"),
            ("PriorityPercent", "0")
        );
        Assert.StartsWith("Someone else changed this round", Assert.Single(stale.Errors()));
        Assert.Equal(["Saved now", "Your answers"], stale.Texts("h2.govuk-heading-m"));
        Assert.Contains("10%", stale.Texts(".govuk-summary-list__value"));
        Assert.Equal(("20", "2"), (stale.Typed("MatchPercent"), stale.Typed("Version")));
        await officer.PostAndFollowAsync($"/rounds/{round}/money", ("Version", "2"), ("MatchPercent", "20"), ("PriorityPercent", "0"));
        Assert.Equal(20, (await service.FindRoundAsync(round)).MatchPercent);

        var unseen = await officer.PostAndStayAsync($"/rounds/{round}/publish", ("Version", "2"));
        Assert.StartsWith("Someone else changed this round", Assert.Single(unseen.Errors()));
        Assert.Equal("3", unseen.Typed("Version"));
    }

    [Theory]
    [InlineData("money", "CapPerBid", "-5", "Most per bid must be £0 or more")]
    [InlineData("money", "CapPerBid", "0", "Most per bid must be more than £0")]
    [InlineData("money", "Available", "lots", "Money available must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("money", "MatchPercent", "101", "Match funding must be 100 or less")]
    [InlineData("money", "MatchPercent", "", "Enter the match funding")]
    [InlineData("money", "PriorityPercent", "-1", "Share for priorities must be 0 or more")]
    [InlineData("criteria", "ThresholdPercent", "101", "Threshold must be 100 or less")]
    [InlineData("questions/new", "Text", "", "Enter the question")]
    [InlineData("questions/new", "MostWords", "0", "Longest answer must be 1 or more")]
    [InlineData("criteria/new", "Name", " ", "Enter the name of the criterion")]
    [InlineData("criteria/new", "Weight", "0", "Weight must be 1 or more")]
    [InlineData("who-may-bid", "Everybody", "", "Select whether every partnership may bid")]
    [InlineData("who-may-bid", "Everybody", "no", "Select at least one partnership")]
    public async Task Post_OneThingWrong_SaysItAndSavesNothing(string page, string field, string typed, string message)
    {
        var round = await service.RoundDraftAsync($"W{Guid.NewGuid():N}"[..10].ToUpperInvariant());
        var right = new Dictionary<string, string>
        {
            ["Version"] = "1",
            ["MatchPercent"] = "0",
            ["PriorityPercent"] = "0",
            ["ThresholdPercent"] = "0",
            ["Text"] = "Why?",
            ["Answer"] = "must",
            ["MostWords"] = "99",
            ["Name"] = "Need",
            ["Weight"] = "1",
        };
        right[field] = typed;
        var stayed = await service.Officer().PostAndStayAsync($"/rounds/{round}/{page}", [.. right.Select(f => (f.Key, f.Value))]);
        Assert.Equal([message], stayed.Errors());
        Assert.Equal(1, (await service.FindRoundAsync(round)).Version);
    }

    [Fact]
    public async Task Published_OnlyHarmlessChangesAreAccepted()
    {
        var (id, officer) = (Guid.NewGuid(), service.Officer());
        var round = await service.RoundDraftAsync("EDIT3", r => r with { Published = true, Questions = [new(id, "Why?", "", false, 100)] });
        var basics = await officer.GetPageAsync($"/rounds/{round}/basics");
        Assert.StartsWith(
            "This round is published. Its dates, amounts, questions and criteria are fixed",
            basics.Text(".govuk-inset-text")
        );
        Assert.Empty(basics.QuerySelectorAll("[name=Name], [name='ClosesOn.Day']"));
        await officer.PostAndFollowAsync(
            $"/rounds/{round}/basics",
            ("Version", "1"),
            ("About", "More words"),
            ("ReminderDays", "3"),
            ("Name", "Another")
        );
        await officer.PostAndFollowAsync($"/rounds/{round}/money", ("Version", "2"), ("Available", "900"), ("CapPerBid", "1"));
        await officer.PostAndFollowAsync(
            $"/rounds/{round}/questions/{id}",
            ("Version", "3"),
            ("QuestionId", $"{id}"),
            ("Hint", "Be short"),
            ("Text", "Another?")
        );
        var kept = await service.FindRoundAsync(round);
        Assert.Equal(
            ("More words", "Community safety fund 2025/26", new Money(900_00), Money.FromPounds(10_000)),
            (kept.About, kept.Name, kept.Available, kept.CapPerBid)
        );
        Assert.Equal(new Question(id, "Why?", "Be short", false, 100), Assert.Single(kept.Questions));
        Assert.Equal($"/rounds/{round}/edit", (await officer.GetAsync($"/rounds/{round}/who-may-bid")).Headers.Location!.OriginalString);
        Assert.StartsWith(
            "Bidders have seen this round",
            Assert.Single((await officer.PostAndStayAsync($"/rounds/{round}/questions/{id}/remove", ("Version", "4"))).Errors())
        );
    }

    [Fact]
    public async Task Threshold_AfterPublication_IsRefusedInWords_WhateverWasRead()
    {
        var round = await service.RoundDraftAsync("EDIT20", r => r with { Criteria = [new(Guid.NewGuid(), "Need", "", 1)] });
        var read = (await service.Officer().GetPageAsync($"/rounds/{round}/criteria")).Typed("Version")!;
        // A colleague is quicker.
        await service.Officer().PostAndFollowAsync($"/rounds/{round}/publish", ("Version", read));
        foreach (var version in new[] { read, "2" })
        {
            var page = await service
                .Officer()
                .PostAndStayAsync($"/rounds/{round}/criteria", ("Version", version), ("ThresholdPercent", "65"));
            Assert.StartsWith("Bidders have seen this round", Assert.Single(page.Errors()));
            Assert.DoesNotContain("save again", page.Text("main"));
            Assert.Empty(page.QuerySelectorAll("main form"));
        }
        Assert.Equal(0, (await service.FindRoundAsync(round)).ThresholdPercent);
        Assert.Equal("RoundDrafted RoundOpened", await service.RoundEventsAsync(round));
    }

    [Fact]
    public async Task Remove_AsksOnceAndTakesItOut()
    {
        var id = Guid.NewGuid();
        var round = await service.RoundDraftAsync("EDIT4", r => r with { Criteria = [new(id, "Need", "", 1)] });
        Assert.Contains("Need", (await service.Officer().GetPageAsync($"/rounds/{round}/criteria/{id}/remove")).Text("body"));
        Assert.Equal(
            $"/rounds/{round}/criteria",
            await service.Officer().PostAndFollowAsync($"/rounds/{round}/criteria/{id}/remove", ("Version", "1"))
        );
        Assert.Empty((await service.FindRoundAsync(round)).Criteria);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"/rounds/{round}/criteria/{id}/remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"/rounds/{round}/themes/{id}/remove")).StatusCode);
    }

    [Fact]
    public async Task Basics_NewReference_LeadsThereAndIsNotTaken()
    {
        var (round, other) = (await service.RoundDraftAsync("EDIT5"), await service.RoundDraftAsync("EDIT6"));
        var page = await service.Officer().GetPageAsync($"/rounds/{round}/basics");
        var fields = page.QuerySelectorAll("main input[name], main textarea[name]")
            .ToDictionary(f => f.GetAttribute("name")!, f => page.Typed(f.GetAttribute("name")!) ?? "");
        fields["Reference"] = other;
        Assert.Equal(
            [$"There is already a round {other}. Enter another reference"],
            (await service.Officer().PostAndStayAsync($"/rounds/{round}/basics", [.. fields.Select(f => (f.Key, f.Value))])).Errors()
        );
        fields["Reference"] = "EDIT7";
        Assert.Equal(
            "/rounds/EDIT7/edit",
            await service.Officer().PostAndFollowAsync($"/rounds/{round}/basics", [.. fields.Select(f => (f.Key, f.Value))])
        );
    }

    [Fact]
    public async Task Copy_InOneStep_IsNextYearsUnpublishedRound()
    {
        await service.RoundDraftAsync("COPY2025", r => r with { Published = true });
        var board = await service.Officer().GetPageAsync("/rounds/COPY2025");
        Assert.NotNull(board.QuerySelector("form[action='/rounds/COPY2025/copy'] button"));
        Assert.Equal("/rounds/COPY2026/edit", await service.Officer().PostAndFollowAsync("/rounds/COPY2025/copy"));
        var copy = await service.FindRoundAsync("COPY2026");
        Assert.Equal((false, new DateOnly(2026, 2, 28), "Community safety fund 2026/27"), (copy.IsPublished, copy.LastDay, copy.Name));
        // Pressed twice it is there; once it has been changed, it is not made again.
        Assert.Equal("/rounds/COPY2026/edit", await service.Officer().PostAndFollowAsync("/rounds/COPY2025/copy"));
        await service
            .Officer()
            .PostAndFollowAsync("/rounds/COPY2026/money", ("Version", "1"), ("MatchPercent", "5"), ("PriorityPercent", "0"));
        Assert.Equal(["There is already a round COPY2026"], (await service.Officer().PostAndStayAsync("/rounds/COPY2025/copy")).Errors());
    }
}
