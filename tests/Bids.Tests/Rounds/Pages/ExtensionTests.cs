using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds.Pages;

/// <summary>A partnership asks for more time; the office answers.</summary>
public sealed class ExtensionTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task AskedLate_Granted_ThePartnershipGoesOn()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        service.Clock.Now = London.EndOf(new(2025, 2, 28)).AddHours(9);
        await service.SweepAsync<CloseDueRounds>();
        var form = await service.Editor().GetPageAsync($"/rounds/{round}/extension");
        Assert.StartsWith("This is a late request.", form.Text(".govuk-inset-text"));
        Assert.Equal(["Enter why you need more time"], (await service.Editor().PostAndStayAsync($"/rounds/{round}/extension")).Errors());
        var addresses = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => service.Editor().PostAndFollowAsync($"/rounds/{round}/extension", ("Reason", "Flood")))
        );
        Assert.Equal([$"/rounds/{round}/extension"], addresses.Distinct());
        var extension = await service.ReadAsync(
            (BidsContext db) => db.Extensions.AsNoTracking().SingleAsync(e => e.RoundReference == round)
        );
        Assert.Contains(
            "Waiting for the office’s answer",
            (await service.Editor().GetPageAsync($"/rounds/{round}/extension")).Texts(".govuk-summary-list__value")
        );
        Assert.Contains("1 partnership asks for more time", (await service.Officer().GetPageAsync($"/rounds/{round}")).Text("body"));

        var officer = service.Officer();
        var answer = $"/rounds/{round}/extensions/{extension.Id}";
        Assert.Equal(["Select whether the partnership gets more time"], (await officer.PostAndStayAsync(answer)).Errors());
        Assert.Equal(["Enter why there is no more time"], (await officer.PostAndStayAsync(answer, ("Agreed", "no"))).Errors());
        await officer.PostAndFollowAsync(answer, ("Agreed", "yes"), ("Until.Day", "7"), ("Until.Month", "mar"), ("Until.Year", "2025"));
        Assert.Equal([nameof(ExtensionRequested), nameof(ExtensionGranted)], (await service.LogAsync(extension.Id)).Select(r => r.Type));
        Assert.Equal(
            "Granted until 11:59:59pm on Friday 7 March 2025 by Olu Bello, at 9:00am on Saturday 1 March 2025.",
            (await officer.GetPageAsync($"/rounds/{round}/extensions")).Texts("tbody td")[2]
        );
        Assert.Equal($"/rounds/{round}/extensions", (await officer.GetAsync(answer)).Headers.Location!.OriginalString);

        await service
            .Lead()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Post,
                $"/api/bids/{bid}/submission",
                null,
                (await service.BidAsync(bid)).Version
            );
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);
        Assert.Equal(HttpStatusCode.OK, (await service.Lead("RUT").GetAsync($"/rounds/{round}")).StatusCode);
        Assert.Single((await service.Lead("RUT").PostAndStayAsync($"/rounds/{round}")).Errors());
    }

    [Fact]
    public async Task Given_PressedTwice_TellsThePartnershipOnce()
    {
        var round = await service.RoundAsync();
        (string, string)[] Until(string day) =>
            [("Partnership", "MEL"), ("Reason", "Flood"), ("Until.Day", day), ("Until.Month", "3"), ("Until.Year", "2025")];
        await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => service.Officer().PostAndFollowAsync($"/rounds/{round}/extensions/new", Until("7")))
        );
        await service.Officer().PostAndFollowAsync($"/rounds/{round}/extensions/new", Until("14"));
        Assert.Equal(
            [new DateOnly(2025, 3, 7), new DateOnly(2025, 3, 14)],
            await service.ReadAsync(
                async (BidsContext db) =>
                    (await db.Extensions.Where(e => e.RoundReference == round).OrderBy(e => e.Until).ToListAsync()).Select(e =>
                        London.DateOf(e.Until!.Value.AddSeconds(-1))
                    )
            )
        );
    }

    [Fact]
    public async Task Refused_SaysWhy_AndCanBeAskedAgain()
    {
        var round = await service.RoundAsync();
        await service.Lead().PostAndFollowAsync($"/rounds/{round}/extension", ("Reason", "Flood"));
        // A colleague's own reason has reached nobody: the page says so, and keeps it.
        var colleague = await service.Editor().PostAndStayAsync($"/rounds/{round}/extension", ("Reason", "Two of us are ill"));
        Assert.StartsWith("Your partnership has already asked for more time", Assert.Single(colleague.Errors()), StringComparison.Ordinal);
        Assert.Contains("Two of us are ill", colleague.Text("main"), StringComparison.Ordinal);
        var id = await service.ReadAsync(
            (BidsContext db) => db.Extensions.Where(e => e.RoundReference == round).Select(e => e.Id).SingleAsync()
        );
        await service.Officer().PostAndFollowAsync($"/rounds/{round}/extensions/{id}", ("Agreed", "no"), ("Answer", "There was time"));
        Assert.Contains("There was time", (await service.Lead().GetPageAsync($"/rounds/{round}/extension")).Text("body"));
        await service.Lead().PostAndFollowAsync($"/rounds/{round}/extension", ("Reason", "Fire"));
        Assert.Equal(
            "extension-answered",
            (
                await service
                    .Officer()
                    .MustAsync(
                        HttpStatusCode.Conflict,
                        HttpMethod.Post,
                        $"/api/rounds/{round}/extensions/{id}/answer",
                        new { LastDay = new DateOnly(2025, 3, 7) }
                    )
            )
                .GetProperty("type")
                .GetString()!["/problems/".Length..]
        );
    }

    [Fact]
    public async Task Given_Unasked()
    {
        var round = await service.RoundAsync();
        var officer = service.Officer();
        Assert.Equal(
            ["Select the partnership that gets more time", "Enter the last day", "Enter why more time is given"],
            (await officer.PostAndStayAsync($"/rounds/{round}/extensions/new")).Errors()
        );
        (string, string)[] typed =
        [
            ("Partnership", "MEL"),
            ("Until.Day", "28"),
            ("Until.Month", "2"),
            ("Until.Year", "2025"),
            ("Reason", "Flood"),
        ];
        Assert.Equal(
            ["The new deadline must be in the future and after the round’s own"],
            (await officer.PostAndStayAsync($"/rounds/{round}/extensions/new", typed)).Errors()
        );
        typed[1] = ("Until.Day", "1");
        typed[2] = ("Until.Month", "3");
        Assert.Equal($"/rounds/{round}/extensions", await officer.PostAndFollowAsync($"/rounds/{round}/extensions/new", typed));
        Assert.Contains(
            "Granted until 11:59:59pm on Saturday 1 March 2025",
            (await service.Lead().GetPageAsync($"/rounds/{round}/extension")).Text("body")
        );
    }
}
