using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Decisions.Pages;

/// <summary>No page of this service offers what it will refuse.</summary>
public sealed class OfferedTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task EveryLink_AsEachRole_Opens()
    {
        var round = await service.RoundAsync();
        var (draft, ready) = (await service.DraftAsync(round), await service.ReadyAsync(round));
        var sentBack = await service.SubmittedAsync(round);
        await service.SendBackAsync(sentBack, BidSections.Risks);
        var submitted = await service.SubmittedAsync(round);
        var (grant, decided) = await service.GrantAsync();
        var records = new List<string>();
        foreach (var step in Enum.GetValues<DecisionStep>().Where(s => s < DecisionStep.Decided))
        {
            var record = await service.RecordAsync(await service.SubmittedAsync(round));
            if (step > DecisionStep.Draft)
                await service.SignedAsync(record, step);
            records.Add(record);
        }
        string[] pages =
        [
            "/rounds",
            $"/rounds/{round}",
            "/bids",
            .. new[] { draft, ready, sentBack, submitted, grant }.Select(b => $"/bids/{b}"),
            .. records.Append(decided).Select(r => $"/decisions/{r}"),
            "/decisions",
            "/grants",
            $"/grants/{grant}",
        ];
        await OfferedLinks.AssertOpenAsync(
            ServiceNames.Bids,
            [
                ("the officer", service.Officer()),
                ("finance", service.Finance()),
                ("the monitoring officer", service.Monitoring()),
                ("the commissioner", service.Commissioner()),
                ("an assessor", service.As(Given.Named("Sam Reed"), null, Roles.Assessor)),
                ("the board", service.As(Given.Named("Bo Ard"), null, Roles.Board)),
                ("an administrator", service.As(Given.Named("Ad Min"), null, Roles.Administrator)),
                ("an editor", service.Editor()),
                ("a lead", service.Lead()),
                ("another partnership", service.Lead("RUT")),
                ("whoever wrote, with every role", service.As(Given.Named("Olu Bello"), null, [.. Roles.OfOffice])),
            ],
            pages
        );
    }

    [Fact]
    public async Task Record_ForWhoeverWroteIt_OffersNoSignatureAndSaysWhy()
    {
        var writer = service.As(Given.Named("Olu Bello"), null, Roles.Officer, Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner);
        const string why = "You wrote this record, so somebody else must sign it.";
        foreach (
            var (step, path, offered) in new[]
            {
                (DecisionStep.AwaitingApproval, "approve", "Return to draft"),
                (DecisionStep.AwaitingDetermination, "determine", null),
                (DecisionStep.AwaitingDecision, "sign", null),
            }
        )
        {
            var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
            await service.SignedAsync(record, step);
            var page = await writer.GetPageAsync($"/decisions/{record}");
            Assert.Contains(why, page.Texts(".govuk-inset-text"));
            Assert.Equal(offered, page.QuerySelector($"a[href$='/{path}']")?.TextContent.Trim());
            if (offered is null)
                Assert.Equal(HttpStatusCode.Found, (await writer.GetAsync($"/decisions/{record}/{path}")).StatusCode);
            else
                Assert.Equal(["Return to draft"], (await writer.GetPageAsync($"/decisions/{record}/{path}")).Texts("main button"));
        }
    }

    [Fact]
    public async Task Sign_ABidHasAGrant_OnlySupportedIsOffered()
    {
        var (grant, decided) = await service.GrantAsync();
        var begun = await service
            .Officer()
            .PostAndFollowAsync(
                $"/decisions/{decided}",
                ("Version", $"{(await service.DecisionAsync(decided)).Version}"),
                ("act", "correct")
            );
        var record = begun.Split('/')[^2];
        await service.SignedAsync(record, DecisionStep.AwaitingDecision);
        var page = await service.Commissioner().GetPageAsync($"/decisions/{record}/sign");
        Assert.Equal(["Supported"], page.QuerySelectorAll("input[name=Decision]").Select(i => i.GetAttribute("value")));
        Assert.Contains($"{grant} has a grant. Vary the grant instead.", page.Texts("main p"));
    }
}
