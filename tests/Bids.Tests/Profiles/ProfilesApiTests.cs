using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Bids.Tests.Profiles;

public sealed class ProfilesApiTests(RunningService<BidsService> service)
{
    private static object Body(int year, params string[] names) =>
        new
        {
            Given.Year(year).From,
            Given.Year(year).To,
            Priorities = names.Select(n => new { Name = n }),
        };

    [Fact]
    public async Task Put_ByItsETag_ChangesThePriorities()
    {
        var (id, officer) = (await service.ProfileAsync(Given.Year(2070), "LEI"), service.Officer());
        var address = $"/api/profiles/{id}";
        Assert.Equal("\"1\"", (await officer.GetAsync(address)).Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode)428, (await officer.SendJsonAsync(HttpMethod.Put, address, Body(2070, "Knives"))).StatusCode);
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, address, Body(2070, "Knives"), 1);
        await officer.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Put, address, Body(2070, "Blades"), 1);
        Assert.Equal("priorities", await (await officer.SendJsonAsync(HttpMethod.Put, address, Body(2070), 2)).FieldsAsync());
        var read = await service.Lead("LEI").MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null);
        Assert.Equal(
            ("LEI", "2070-04-01", "Knives"),
            (
                read.GetProperty("partnership").GetString(),
                read.GetProperty("from").GetString(),
                read.GetProperty("priorities")[0].GetProperty("name").GetString()
            )
        );
        Assert.Equal(["ProfileChanged", "ProfileChanged"], (await service.LogAsync(id)).Select(r => r.Type));
        await service.Lead().MustAsync(HttpStatusCode.NotFound, HttpMethod.Get, address, null);
    }

    [Fact]
    public async Task Post_SeveralAtOnceThatOverlap_OneIsWritten()
    {
        var year = Given.Year(2071);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(n =>
                    service
                        .Officer()
                        .SendJsonAsync(
                            HttpMethod.Post,
                            "/api/profiles",
                            new
                            {
                                Partnership = "LEI",
                                From = year.From.AddDays(n),
                                year.To,
                                Priorities = new[] { new { Name = "Knives" } },
                            }
                        )
                )
        );
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            Assert.Equal("from", await refused.FieldsAsync());
    }

    [Fact]
    public async Task Post_WithoutAPartnership_SaysSo() =>
        Assert.Equal(
            "partnership",
            await (await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/profiles", Body(2072, "Knives"))).FieldsAsync()
        );

    [Fact]
    public async Task List_ByPages_HasEveryProfileOnce()
    {
        var first = new DateOnly(2080, 4, 1);
        for (var n = 0; n < 101; n++)
            await service.ProfileAsync((first.AddDays(n), first.AddDays(n)), "NWL");
        var found = new List<Guid>();
        for (string? next = "/api/profiles?partnership=NWL"; next is not null; )
        {
            var page = await service.Officer().GetAsync(next);
            found.AddRange(
                (await page.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                    .EnumerateArray()
                    .Select(p => p.GetProperty("id").GetGuid())
            );
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        Assert.Equal((101, 101), (found.Count, found.Distinct().Count()));
    }
}
