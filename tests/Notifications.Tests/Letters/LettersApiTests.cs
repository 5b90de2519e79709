using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

public sealed class LettersApiTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Get_MoreThanAPage_EachLetterOnceNewestFirst()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        foreach (var _ in Enumerable.Range(0, 101))
            await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        var (first, link) = await GetAsync("/api/letters");
        var next = first.GetProperty("next").GetString()!;
        var (second, end) = await GetAsync(next);

        Assert.Equal($"<{next}>; rel=\"next\"", link);
        Assert.Null(end);
        var ids = first
            .GetProperty("letters")
            .EnumerateArray()
            .Concat(second.GetProperty("letters").EnumerateArray())
            .Select(l => l.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal((await Service.LettersAsync()).Select(l => l.Id).Reverse(), ids);
    }

    [Fact]
    public async Task Get_Partner_Forbidden()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Service.Lead.GetAsync("/api/letters")).StatusCode);
    }

    private async Task<(JsonElement Body, string? Link)> GetAsync(string path)
    {
        var response = await Service.Officer.GetAsync(path);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        return (body, response.Headers.TryGetValues("Link", out var link) ? link.Single() : null);
    }
}
