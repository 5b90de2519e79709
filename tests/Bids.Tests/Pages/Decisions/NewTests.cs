using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Decisions;

public sealed class NewTests(RunningService<BidsService> service)
{
    private static (string, string)[] Typed(string reference, string decision, params string[] bids) =>
    [
        ("Reference", reference), ("Title", "Community safety round"), ("Decision", decision), ("DecidedOn.Day", "3"), ("DecidedOn.Month", "2"), ("DecidedOn.Year", "2025"),
        ("Summary", "Why"), .. bids.Select(b => ("Bids", b)),
    ];

    [Fact]
    public async Task Post_Supported_MakesGrantsThatTheirPartnershipsSee()
    {
        var round = await service.RoundAsync();
        var (melton, rutland) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        var address = $"/decisions/new?round={round}";
        var reference = (await service.Officer().GetPageAsync(address)).Typed("Reference")!;
        Assert.Matches(@"^EXE\d{3}-25$", reference);
        Assert.Equal($"/decisions/{reference}", await service.Officer().PostAndFollowAsync(address, Typed(reference, "Supported", melton, rutland)));

        Assert.EndsWith("BidSubmitted BidDecided", await service.EventsAsync(melton));
        var grant = await service.ReadAsync((BidsContext db) => db.Grants.SingleAsync(g => g.Reference == melton));
        Assert.Equal(nameof(GrantMade), Assert.Single(await service.LogAsync(grant.Id)).Type);
        var page = await service.Editor().GetPageAsync($"/grants/{melton}");
        Assert.Contains("£9,000", page.Texts(".govuk-summary-list__value"));
        Assert.Contains("up to 130 homes target hardened", page.Texts("td"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor("RUT").GetAsync($"/grants/{melton}")).StatusCode);
        Assert.Equal([melton, rutland], (await service.Officer().GetPageAsync($"/decisions/{reference}")).Texts("tbody th"));

        var next = (await service.Officer().GetPageAsync(address)).QuerySelector("[name=Reference]");
        Assert.Null(next);
        Assert.Contains("Supported", (await service.Editor().GetPageAsync($"/bids/{melton}")).Text("main"));
    }

    [Fact]
    public async Task Post_ReferenceTaken_SaysSoAndKeepsWhatWasTyped()
    {
        var round = await service.RoundAsync();
        var (first, second) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        await service.Officer().PostAndFollowAsync($"/decisions/new?round={round}", Typed("EXE900-25", "NotSupported", first));
        var page = await service.Officer().PostAndStayAsync($"/decisions/new?round={round}", Typed("EXE900-25", "Supported", second));
        Assert.Equal(["There is already a decision EXE900-25. Enter another reference"], page.Errors());
        Assert.Equal("Community safety round", page.Typed("Title"));
        Assert.NotNull(page.QuerySelector($"input[value='{second}'][checked]"));
        Assert.False(await service.ReadAsync((BidsContext db) => db.Grants.AnyAsync(g => g.Reference == first || g.Reference == second)));
        Assert.Equal("EXE901-25", (await service.Officer().GetPageAsync($"/decisions/new?round={round}")).Typed("Reference"));
    }

    [Fact]
    public async Task Post_TwoAtOnceForOneReferenceOrOneBid_OneIsRecordedAndTheOtherIsTold()
    {
        var round = await service.RoundAsync();
        var bids = new[] { await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"), await service.SubmittedAsync(round, "BLA") };
        var address = $"/decisions/new?round={round}";
        var oneReference = await Task.WhenAll(bids[..2].Select(b => service.Officer().PostAsync(address, Typed("EXE800-25", "Supported", b))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], oneReference.Select(r => r.StatusCode).Order());
        var oneBid = await Task.WhenAll(new[] { "EXE801-25", "EXE802-25" }.Select(r => service.Officer().PostAsync(address, Typed(r, "Supported", bids[2]))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], oneBid.Select(r => r.StatusCode).Order());
        Assert.Equal(2, await service.ReadAsync((BidsContext db) => db.Grants.CountAsync(g => g.Reference.StartsWith(round))));
    }

    [Fact]
    public async Task Get_OtherSeriesInTheRegister_StillProposesTheNext()
    {
        var round = await service.RoundAsync();
        var (first, second) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        await service.Officer().PostAndFollowAsync($"/decisions/new?round={round}", Typed("EXEC001-25", "NotSupported", first));
        Assert.Matches(@"^EXE\d{3}-25$", (await service.Officer().GetPageAsync($"/decisions/new?round={round}")).Typed("Reference")!);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync("/decisions/new?round=NONE")).StatusCode);
        Assert.Equal(["There is no bid NONE"], (await service.Officer().PostAndStayAsync($"/decisions/new?round={round}", Typed("EXE850-25", "Supported", "NONE"))).Errors());
        Assert.Equal(["Select what the commissioner decided"], (await service.Officer().PostAndStayAsync($"/decisions/new?round={round}", Typed("EXE850-25", "7", second))).Errors());
        Assert.Equal(["Select at least one bid"], (await service.Officer().PostAndStayAsync($"/decisions/new?round={round}", Typed("EXE850-25", "Supported"))).Errors());
    }
}
