using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Api;

public sealed class LettersApiTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Get_MoreThanAPage_EachLetterOnceNewestFirst()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        foreach (var _ in Enumerable.Range(0, 101)) await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        using var officer = Service.Caller(null, Roles.Officer);

        var (first, link) = await GetAsync(officer, "/api/notifications/letters");
        var next = first.GetProperty("next").GetString()!;
        var (second, end) = await GetAsync(officer, next);

        Assert.Equal($"<{next}>; rel=\"next\"", link);
        Assert.Null(end);
        var ids = first.GetProperty("letters").EnumerateArray().Concat(second.GetProperty("letters").EnumerateArray()).Select(l => l.GetProperty("id").GetGuid()).ToList();
        Assert.Equal((await Host.LettersAsync()).Select(l => l.Id).Reverse(), ids);
    }

    [Fact]
    public async Task Get_Partner_Forbidden()
    {
        using var lead = Service.Caller(Given.Melton, Roles.PartnerLead);

        Assert.Equal(HttpStatusCode.Forbidden, (await lead.GetAsync("/api/notifications/letters", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<(JsonElement Body, string? Link)> GetAsync(HttpClient caller, string path)
    {
        var response = await caller.GetAsync(path, TestContext.Current.CancellationToken);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        return (body, response.Headers.TryGetValues("Link", out var link) ? link.Single() : null);
    }
}
