using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Decisions.Pages;

public sealed class RecordTests(RunningService<BidsService> service)
{
    // Trap: a double click beginning two, each with a number that stays taken.
    [Fact]
    public async Task New_PressedTwiceAtOnce_BeginsOneRecord()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var id = (await service.Officer().GetPageAsync("/decisions/new")).Typed("RecordId")!;
        var presses = Enumerable
            .Range(0, 4)
            .Select(_ => service.Officer().PostAndFollowAsync("/decisions/new", ("RecordId", id), ("Title", "Once"), ("Bids", bid)));
        Assert.Single((await Task.WhenAll(presses)).Distinct());
        var next = (await service.Officer().GetPageAsync("/decisions/new")).Typed("RecordId")!;
        Assert.NotEqual(id, next);
    }

    [Fact]
    public async Task NewAndEdit_MoneyMovesBetweenYears_IsSaidBesideItsFieldsAndStandsInTheRecord()
    {
        var (grant, _) = await service.GrantAsync();
        var officer = service.Officer();
        Assert.Equal(
            [
                "Enter the title",
                "Enter a funding year like 2025/26",
                "Amount that is moved must be an amount of money, like 1,500 or 1,500.50",
            ],
            (
                await officer.PostAndStayAsync(
                    "/decisions/new",
                    ("Moves[0].Grant", grant),
                    ("Moves[0].To", "2026"),
                    ("Moves[0].Amount", "lots")
                )
            )
                .Errors()
                .OrderDescending()
        );
        var unknown = await officer.PostAndStayAsync(
            "/decisions/new",
            ("Title", "Later"),
            ("Moves[0].Grant", ""),
            ("Moves[1].Grant", "NONE-1"),
            ("Moves[1].From", "2025/26"),
            ("Moves[1].To", "2025/26"),
            ("Moves[1].Amount", "£500")
        );
        Assert.Equal(
            ["There is no grant NONE-1", "Enter another funding year than the one that loses the money"],
            unknown.Errors().OrderDescending()
        );
        Assert.Equal(("NONE-1", "£500"), (unknown.Typed("Moves[1].Grant"), unknown.Typed("Moves[1].Amount")));
        Assert.Contains("There is no grant NONE-1", unknown.Text("#Moves_1__Grant-error"));

        var edit = await officer.PostAndFollowAsync(
            "/decisions/new",
            ("Title", "Later"),
            ("Moves[0].Grant", grant.ToLowerInvariant()),
            ("Moves[0].From", "2025/26"),
            ("Moves[0].To", "2026/27"),
            ("Moves[0].Amount", "£500")
        );
        var typed = Fields(await officer.GetPageAsync(edit));
        Assert.Contains(("Form.Moves[0].Grant", grant), typed);
        var record = await officer.PostAndFollowAsync(
            edit,
            With(
                typed,
                ("Form.Summary", "Why"),
                ("Form.Moves[1].Grant", grant),
                ("Form.Moves[1].To", "2026/27"),
                ("Form.Moves[1].Amount", "1")
            )
        );
        Assert.Equal(
            [grant, "2025/26", "2026/27", "£500", grant, "New money", "2026/27", "£1"],
            (await officer.GetPageAsync(record)).QuerySelectorAll("table")[0].Texts("tbody th, tbody td")
        );
        var name = record.Split('/')[^1];
        await service.SignedAsync(name, DecisionStep.Decided);
        Assert.Equal(Decision.Supported, (await service.DecisionAsync(name)).Details.Decision);
    }

    [Fact]
    public async Task SubmitReturnAndDrop_PressedTwice_AreDoneOnce()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var edit = await service.Officer().PostAndFollowAsync("/decisions/new", ("Title", "Twice"), ("Bids", bid));
        var record = edit[..^"/edit".Length];
        var typed = Fields(await service.Officer().GetPageAsync(edit), bid);
        await service.Officer().PostAndFollowAsync(edit, With(typed, ("Form.Summary", "Why")));
        foreach (
            var (visitor, address, version, fields) in new (Visitor, string, string, (string, string)[])[]
            {
                (service.Officer(), record, "2", [("act", "submit")]),
                (service.Finance(), $"{record}/approve", "3", [("act", "return"), ("Reason", "Say more")]),
                (service.Officer(), record, "4", [("act", "drop")]),
            }
        )
            for (var press = 0; press < 2; press++)
                Assert.Equal(record, await visitor.PostAndFollowAsync(address, [("Version", version), .. fields]));
        Assert.Equal(5, (await service.DecisionAsync(record.Split('/')[^1])).Version);
    }

    // The record as the office words it, and what the service adds, apart.
    [Fact]
    public async Task Record_HasTheOfficesSentence_NamesNoOfficeThatWasNotGiven_AndMarksWhatIsAdded()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var edit = await service.Officer().PostAndFollowAsync("/decisions/new", ("Title", "Words"), ("Bids", bid));
        var record = edit[..^"/edit".Length];
        var typed = Fields(await service.Officer().GetPageAsync(edit), bid);
        await service
            .Officer()
            .PostAndFollowAsync(
                edit,
                With(
                    typed,
                    ("Form.Summary", "Why"),
                    ("Form.Reduction", "£180,000"),
                    ("Form.Items[0].Lead", "For Melton the intended interventions with the reductions factored in are as follows.")
                )
            );
        Assert.Equal("180,000", (await service.Officer().GetPageAsync(edit)).Typed("Form.Reduction"));
        await service.Officer().PostAndFollowAsync(record, ("Version", "2"), ("act", "submit"));
        await service.Finance().PostAndFollowAsync($"{record}/approve", ("Version", "3"), ("act", "approve"), ("Office", "neither"));

        var page = await service.Officer().GetPageAsync(record);
        Assert.Contains(
            "For Melton the intended interventions with the reductions factored in are as follows.",
            page.Texts("table caption")
        );
        Assert.Contains("Kira Hughes", page.Texts("dd"));
        Assert.DoesNotContain("Office", page.Texts("dt"));
        Assert.DoesNotContain("Chief Executive", page.Texts("dd"));
        Assert.Contains(page.Texts("p.govuk-hint"), p => p.Contains("are added by this service. The rest is as the office wrote it."));
        Assert.Contains(page.Texts("main li"), w => w.StartsWith("£0 of the reduction of £180,000 is explained"));
    }

    [Fact]
    public async Task FromNewToPublished_EachPersonFindsTheNextStepOnTheRecord()
    {
        var round = await service.RoundAsync();
        var (melton, rutland) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        var officer = service.Officer();
        Assert.Equal(
            [melton, rutland],
            (await officer.GetPageAsync($"/decisions/new?round={round}"))
                .QuerySelectorAll("input[name=Bids]")
                .Take(2)
                .Select(c => c.GetAttribute("value"))
        );
        var edit = await officer.PostAndFollowAsync("/decisions/new", ("Title", "Round one"), ("Bids", melton), ("Bids", rutland));
        Assert.Matches("^/decisions/EXE[0-9]{3,}-25/edit$", edit);
        var record = edit[..^"/edit".Length];
        var draft = await officer.GetPageAsync(edit);
        Assert.Equal(
            ("9,000", "130"),
            (
                draft.Typed("Form.Items[0].Interventions[0].Amounts[0].Typed"),
                draft.Typed("Form.Items[0].Interventions[0].Targets[0].Number")
            )
        );

        // Melton's amount is reduced, and Rutland's bid left for another record.
        var typed = Fields(draft, melton);
        Assert.Equal(
            ["Revenue in 2025/26 must be £0 or more", "Enter the title"],
            (
                await officer.PostAndStayAsync(
                    edit,
                    With(typed, ("Form.Title", ""), ("Form.Items[0].Interventions[0].Amounts[0].Typed", "-1"))
                )
            )
                .Errors()
                .OrderDescending()
        );
        var kept = await officer.PostAndStayAsync(
            edit,
            With(typed, ("Form.Summary", "Seen by all"), ("Form.Items[0].Interventions[0].Amounts[0].Typed", "lots"))
        );
        Assert.Equal(("Seen by all", "lots"), (kept.Typed("Form.Summary"), kept.Typed("Form.Items[0].Interventions[0].Amounts[0].Typed")));
        Assert.Equal(
            record,
            await officer.PostAndFollowAsync(
                edit,
                With(
                    typed,
                    ("Form.Summary", "Why\n\nAnd more"),
                    ("Form.Items[0].Place", "Melton Mowbray"),
                    ("Form.Items[0].Interventions[0].Amounts[0].Typed", "£4,000"),
                    ("Form.Items[0].Interventions[0].Amounts[0].Before", "9000")
                )
            )
        );
        var page = await officer.GetPageAsync(record);
        Assert.Contains("Melton Mowbray in 2025/26: £4,000, where £9,000 was asked for", page.Texts("li"));
        Assert.Contains("£4,000 – Previously £9,000.", page.Texts("td"));
        Assert.Equal([melton], (await service.DecisionAsync(record.Split('/')[^1])).Bids);

        await officer.PostAndFollowAsync(record, ("Version", "2"), ("act", "submit"));
        Assert.Equal(
            $"{record}/approve",
            (await service.Finance().GetPageAsync(record)).QuerySelector("a.govuk-button")?.GetAttribute("href")
        );
        Assert.Equal(
            ["Select Chief Executive, Chief Finance Officer, or that the record names neither"],
            (await service.Finance().PostAndStayAsync($"{record}/approve", ("Version", "3"), ("act", "approve"))).Errors()
        );
        await service
            .Finance()
            .PostAndFollowAsync($"{record}/approve", ("Version", "3"), ("Office", "Chief Executive"), ("act", "approve"));
        // Pressing the same button twice is no error.
        await service
            .Finance()
            .PostAndFollowAsync($"{record}/approve", ("Version", "3"), ("Office", "Chief Executive"), ("act", "approve"));
        Assert.Equal(
            ["Enter the reasons for not publishing, in 2,000 characters or less"],
            (
                await service
                    .Monitoring()
                    .PostAndStayAsync($"{record}/determine", ("Version", "4"), ("PublishRecord", "true"), ("PublishDecision", "false"))
            ).Errors()
        );
        await service
            .Monitoring()
            .PostAndFollowAsync($"{record}/determine", ("Version", "4"), ("PublishRecord", "true"), ("PublishDecision", "true"));
        Assert.Equal(
            ["Select Supported, Not supported or Deferred"],
            (await service.Commissioner().PostAndStayAsync($"{record}/sign", ("Version", "5"))).Errors()
        );
        await service.Commissioner().PostAndFollowAsync($"{record}/sign", ("Version", "5"), ("Decision", "Supported"));
        // Who goes back and decides otherwise is told that it has not been taken.
        var other = await service.Commissioner().PostAndStayAsync($"{record}/sign", ("Version", "5"), ("Decision", "Deferred"));
        Assert.StartsWith("This record or one of its bids has changed", Assert.Single(other.Errors()), StringComparison.Ordinal);
        other = await service
            .Monitoring()
            .PostAndStayAsync(
                $"{record}/determine",
                ("Version", "4"),
                ("PublishRecord", "false"),
                ("PublishDecision", "true"),
                ("Reasons", "Third parties")
            );
        Assert.StartsWith("This record or one of its bids has changed", Assert.Single(other.Errors()), StringComparison.Ordinal);
        other = await service
            .Finance()
            .PostAndStayAsync($"{record}/approve", ("Version", "3"), ("Reason", "One figure is wrong"), ("act", "return"));
        Assert.Equal("One figure is wrong", other.Typed("Reason"));
        Assert.Equal(
            Money.FromPounds(4_000),
            (await service.ReadAsync((BidsContext db) => db.Grants.SingleAsync(g => g.Reference == melton))).Details.Total
        );

        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync(record)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead().GetAsync(record)).StatusCode);
        Assert.Contains("Rupert Matthews", (await officer.GetPageAsync($"{record}/publish")).Text("main"));
        await officer.PostAndFollowAsync($"{record}/publish", ("Version", "6"));
        Assert.Equal(record, (await officer.GetAsync($"{record}/publish")).Headers.Location?.OriginalString);
        Assert.Contains("Rupert Matthews", (await service.AsNobody().GetPageAsync(record)).Text("main"));
        Assert.Contains(record, Links(await service.AsNobody().GetPageAsync("/decisions")));
    }

    [Fact]
    public async Task Stale_SaysSoAndKeepsWhatWasTyped()
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        var edit = $"/decisions/{record}/edit";
        var draft = await service.Officer().GetPageAsync(edit);
        var typed = Fields(draft, (await service.DecisionAsync(record)).Bids);
        await service.Officer().PostAndFollowAsync(edit, With(typed, ("Form.Title", "First")));
        var page = await service.Officer().PostAndStayAsync(edit, With(typed, ("Form.Title", "Second")));
        Assert.StartsWith("This record or one of its bids has changed", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal(("Second", "2"), (page.Typed("Form.Title"), page.Typed("Version")));
        Assert.Equal("First", (await service.DecisionAsync(record)).Details.Title);
        await service.SignedAsync(record, DecisionStep.AwaitingApproval);
        Assert.Equal(HttpStatusCode.Redirect, (await service.Officer().GetAsync(edit)).StatusCode);
    }

    [Fact]
    public async Task Target_ThatTheBidDoesNotHave_CanBeAdded()
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        var edit = $"/decisions/{record}/edit";
        var typed = Fields(await service.Officer().GetPageAsync(edit), (await service.DecisionAsync(record)).Bids);
        var added = "Form.Items[0].Interventions[0].Targets[1]";
        Assert.Equal(
            ["Enter the target"],
            (await service.Officer().PostAndStayAsync(edit, With(typed, ($"{added}.Indicator", "alarms fitted")))).Errors()
        );
        var kept = await service.Officer().PostAndStayAsync(edit, With(typed, ($"{added}.Number", "20")));
        Assert.Equal(["Enter what is counted"], kept.Errors());
        Assert.NotNull(kept.QuerySelector("details[open]"));
        await service
            .Officer()
            .PostAndFollowAsync(
                edit,
                With(typed, ($"{added}.Indicator", "alarms fitted"), ($"{added}.Number", "20"), ($"{added}.Kind", "AtLeast"))
            );
        Assert.Equal(
            ("alarms fitted", 20, TargetKind.AtLeast),
            (await service.DecisionAsync(record)).Details.Items[0].Interventions[0].Outputs[1] is { } output
                ? (output.Indicator, output.Target, output.Kind)
                : default
        );
        Assert.Contains("at least 20 alarms fitted", (await service.Officer().GetPageAsync($"/decisions/{record}")).Text("main"));
    }

    [Fact]
    public async Task Withheld_ShowsThePublicNoMoreThanWasDetermined()
    {
        var (all, details) = (
            await DeterminedAsync(publishRecord: false, publishDecision: false),
            await DeterminedAsync(publishDecision: false)
        );
        // No page offers what is refused.
        Assert.DoesNotContain($"/decisions/{all}/publish", Links(await service.Officer().GetPageAsync($"/decisions/{all}")));
        Assert.Equal(
            ["The monitoring officer has determined that neither this record nor the decision is published"],
            (
                await service
                    .Officer()
                    .PostAndStayAsync(
                        $"/decisions/{all}/publish",
                        ("Version", (await service.DecisionAsync(all)).Version.ToString(null, null))
                    )
            ).Errors()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync($"/decisions/{all}")).StatusCode);
        await service.StepAsync(service.Officer(), details, "publication", new { });
        var text = (await service.AsNobody().GetPageAsync($"/decisions/{details}")).Text("main");
        Assert.Contains("Section 43 of the Freedom of Information Act 2000", text);
        Assert.DoesNotContain("Supported", text);
        Assert.DoesNotContain("Target hardening", text);
        var register = await service.AsNobody().GetPageAsync("/decisions");
        Assert.Contains($"/decisions/{details}", Links(register));
        Assert.DoesNotContain($"/decisions/{all}", Links(register));
        Assert.Contains($"/decisions/{all}", Links(await service.Officer().GetPageAsync("/decisions")));
    }

    [Fact]
    public async Task DecisionWithoutItsRecord_PublishesWhatWasDecided_AndNothingThatIsWritten()
    {
        var record = await DeterminedAsync(publishRecord: false);
        Assert.Contains($"/decisions/{record}/publish", Links(await service.Officer().GetPageAsync($"/decisions/{record}")));
        var preview = (await service.Officer().GetPageAsync($"/decisions/{record}/publish")).Text("main");
        await service.StepAsync(service.Officer(), record, "publication", new { });
        var details = (await service.DecisionAsync(record)).Details;
        var page = (await service.AsNobody().GetPageAsync($"/decisions/{record}")).Text("main");
        foreach (var text in (string[])[preview, page])
        {
            Assert.Contains(record, text);
            Assert.Contains(details.Title, text);
            Assert.Contains("Supported", text);
            Assert.Contains("Target hardening", text);
            Assert.Contains($"{details.Items[0].Interventions[0].Awards[0].Amount}", text);
            Assert.Contains("Section 43 of the Freedom of Information Act 2000", text);
            Assert.DoesNotContain(details.Summary, text);
            Assert.DoesNotContain("Key discussion points", text);
            Assert.DoesNotContain("Officers present", text);
        }
        Assert.Contains($"/decisions/{record}", Links(await service.AsNobody().GetPageAsync("/decisions")));
    }

    [Fact]
    public async Task DropAndCorrect_AreOnTheRecord()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var dropped = await service.RecordAsync(bid);
        await service.Officer().PostAndFollowAsync($"/decisions/{dropped}", ("Version", "1"), ("act", "drop"));
        Assert.Contains("Not proceeded with", (await service.Officer().GetPageAsync($"/decisions/{dropped}")).Text("main"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync($"/decisions/{dropped}")).StatusCode);

        var wrong = await service.DecidedAsync(Decision.Supported, bid);
        await service.StepAsync(service.Officer(), wrong, "publication", new { });
        var correct = ((string, string)[])[("Version", "6"), ("act", "correct"), ("CorrectionId", $"{Guid.NewGuid()}")];
        var presses = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => service.Officer().PostAndFollowAsync($"/decisions/{wrong}", correct))
        );
        var edit = Assert.Single(presses.Distinct());
        var right = edit.Split('/')[2];
        Assert.Contains($"/decisions/{wrong}", Links(await service.Officer().GetPageAsync(edit)));
        // It is corrected once.
        var begun = await service.Officer().GetPageAsync($"/decisions/{wrong}");
        Assert.Contains($"/decisions/{right}", Links(begun));
        Assert.Null(begun.QuerySelector("button[value=correct]"));
        await service.SignedAsync(right, DecisionStep.Decided);
        var text = (await service.AsNobody().GetPageAsync($"/decisions/{wrong}")).QuerySelector(".govuk-inset-text");
        Assert.Contains($"This record was corrected by {right}", text!.TextContent.Replace("\n", "", StringComparison.Ordinal));
        Assert.Null(text.QuerySelector("a"));
        await service.StepAsync(service.Officer(), right, "publication", new { });
        Assert.Contains($"/decisions/{right}", Links(await service.AsNobody().GetPageAsync($"/decisions/{wrong}")));
    }

    [Fact]
    public async Task PaperNumbers_AreSaidOnTheRegister()
    {
        await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        var number = int.Parse(record[3..^3], null);
        Assert.Equal(
            ["Last number must be at least the last that was given this year"],
            (await service.Officer().PostAndStayAsync("/decisions", ("Last", "1"))).Errors()
        );
        await service.Officer().PostAndFollowAsync("/decisions", ("Last", $"{number + 4}"));
        // Other tests take numbers meanwhile.
        Assert.InRange(
            int.Parse((await service.RecordAsync((await service.DecisionAsync(record)).Bids))[3..^3], null),
            number + 5,
            number + 50
        );
    }

    private async Task<string> DeterminedAsync(bool publishRecord = true, bool publishDecision = true)
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        await service.SignedAsync(record, DecisionStep.Decided, Decision.Supported, publishRecord, publishDecision);
        return record;
    }

    private static IEnumerable<string?> Links(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href"));

    // What a browser would send of the draft's form, with those bids ticked.
    private static (string Name, string Value)[] Fields(AngleSharp.Html.Dom.IHtmlDocument page, params string[] bids) =>
        [
            .. page.QuerySelectorAll("main form input:not([type=checkbox]), main form textarea")
                .Select(f => f.GetAttribute("name"))
                .OfType<string>()
                .Distinct()
                .Select(name => (name, page.Typed(name) ?? "")),
            .. bids.Select(b => ("Form.Bids", b)),
        ];

    private static (string Name, string Value)[] With((string Name, string Value)[] fields, params (string Name, string Value)[] changed) =>
        [.. fields.Where(f => changed.All(c => c.Name != f.Name)), .. changed];
}
