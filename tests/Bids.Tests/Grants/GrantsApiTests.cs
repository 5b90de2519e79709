using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Grants;

public sealed class GrantsApiTests(RunningService<BidsService> service)
{
    private async Task<object> CutAsync(string grant, decimal pounds = 4_500, string reason = "Less") =>
        new
        {
            On = new DateOnly(2025, 2, 3),
            Reason = reason,
            Amounts = new[]
            {
                new NewAmountBody(
                    (await service.StoredGrantAsync(grant)).Details.Interventions[0].Id,
                    new(2025),
                    SpendKind.Revenue,
                    Money.FromPounds(pounds)
                ),
            },
        };

    private sealed record NewAmountBody(Guid InterventionId, FinancialYear Year, SpendKind Kind, Money Amount);

    [Fact]
    public async Task Get_Pages_LeadThroughAllOnce()
    {
        List<string> given =
        [
            (await service.GrantAsync("HIN")).Reference,
            (await service.GrantAsync("HIN")).Reference,
            (await service.GrantAsync("HIN")).Reference,
        ];
        var found = new List<string>();
        for (var next = "/api/grants?limit=2"; next is not null; )
        {
            var response = await service.Editor("HIN").GetAsync(next);
            var rows = await service.Editor("HIN").MustAsync(HttpStatusCode.OK, HttpMethod.Get, next, null);
            found.AddRange(rows.EnumerateArray().Select(g => g.GetProperty("reference").GetString()!));
            next = response.Headers.TryGetValues("Link", out var link) ? Assert.Single(link).Split('<', '>')[1] : null;
        }
        Assert.Equal(given, found);
    }

    [Fact]
    public async Task Variations_NeedTheVersionThatWasRead()
    {
        var (grant, _) = await service.GrantAsync();
        var (officer, address) = (service.Officer(), $"/api/grants/{grant}");
        Assert.Equal("\"1\"", (await officer.GetAsync(address)).Headers.ETag?.Tag);
        var cut = await CutAsync(grant);
        Assert.Equal(
            "/problems/if-match-missing",
            (
                await (await officer.SendJsonAsync(HttpMethod.Post, address + "/variations", cut)).ProblemAsync(
                    HttpStatusCode.PreconditionRequired
                )
            ).Type()
        );
        await (await officer.SendJsonAsync(HttpMethod.Post, address + "/variations", cut, 9)).ProblemAsync(
            HttpStatusCode.PreconditionFailed
        );
        Assert.Equal(
            "reason on",
            await (
                await officer.SendJsonAsync(HttpMethod.Post, address + "/variations", new { Amounts = new[] { (object?)null } }, 1)
            ).FieldsAsync()
        );

        var keyed = officer.With("Idempotency-Key", $"cut-{grant}");
        var made = await keyed.MustAsync(HttpStatusCode.Created, HttpMethod.Post, address + "/variations", cut, 1);
        Assert.Equal((1, "Less"), (made.GetProperty("number").GetInt32(), made.GetProperty("reason").GetString()));
        await keyed.MustAsync(HttpStatusCode.Created, HttpMethod.Post, address + "/variations", cut, 1);
        var now = await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null);
        Assert.Equal(("4500.00", 2), (now.GetProperty("total").GetString(), now.GetProperty("version").GetInt32()));
        Assert.Equal("GrantMade GrantVaried", await service.GrantEventsAsync(grant));
        Assert.Equal(
            "decisionReference",
            await (await officer.SendJsonAsync(HttpMethod.Post, address + "/variations", await CutAsync(grant, 10_000), 2)).FieldsAsync()
        );
    }

    [Fact]
    public async Task Variations_TwoAtOnce_OneIsRecorded()
    {
        var (grant, _) = await service.GrantAsync();
        var (first, second) = (await CutAsync(grant, 100, "First"), await CutAsync(grant, 200, "Second"));
        var answers = await Task.WhenAll(
            new[] { first, second }.Select(v => service.Officer().SendJsonAsync(HttpMethod.Post, $"/api/grants/{grant}/variations", v, 1))
        );
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.PreconditionFailed], answers.Select(a => a.StatusCode).Order());
        Assert.Single((await service.StoredGrantAsync(grant)).Details.Variations);
    }

    [Fact]
    public async Task Acceptance_ByTheLeadOfThatPartnership_IsDoneOnce()
    {
        var (grant, _) = await service.GrantAsync();
        var address = $"/api/grants/{grant}/acceptance";
        await (await service.Lead("RUT").SendJsonAsync(HttpMethod.Post, address, null)).ProblemAsync(HttpStatusCode.NotFound);
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, address, null)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await service.Lead().SendJsonAsync(HttpMethod.Post, address, null, 5)).ProblemAsync(HttpStatusCode.PreconditionFailed);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, address, null, 1);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, address, null);
        Assert.Equal("GrantMade GrantAccepted", await service.GrantEventsAsync(grant));
    }
}
