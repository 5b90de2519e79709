using System.Net;
using System.Text.Json;

namespace Platform.Bids.Tests;

/// <summary>What no page or endpoint could read is refused with 4xx, never 500.</summary>
public sealed class RequestRulesTests(RunningService<BidsService> service)
{
    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("POST")]
    [InlineData("FOO")]
    public async Task Page_MethodWithoutHandler_IsNotAllowed(string method)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var answer = await service.Lead().SendAsync(new(method), $"/bids/{bid}/history", null, null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task NulInTheAddress_IsRefused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Officer().GetAsync("/decisions/new?round=%00")).StatusCode);

    [Fact]
    public async Task NulInJson_IsRefused_WithTheFieldsName()
    {
        var body = new { Reference = "CSP\0", Themes = new[] { "ASB", "VA\0WG" } };
        var answer = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(["reference", "themes[1]"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal("/problems/incorrect", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task WordsAboutNulInJson_AreNoNul()
    {
        var content = new StringContent("""{"reference":"\\u0000"}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await service.Officer().SendAsync(HttpMethod.Post, "/api/rounds", content, null);
        Assert.DoesNotContain(
            "U+0000",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/api/bids?state=Submitted", "“state” is not a parameter of this address")]
    [InlineData("/api/grants?limit=many", "“many” is not a value for “limit”")]
    public async Task AListThatCannotBeAskedSo_IsRefused_AndNeverShownWhole(string address, string said)
    {
        var answer = await service.Officer().GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.StartsWith(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnreadableJson_SaysWhereAndWhy()
    {
        var answer = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", new { Reference = "R1", CapPerBid = "1.005" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "$.capPerBid: Money is a decimal string",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{\"opensOn\":\"31/02/2025\"}", "$.opensOn: A date is written like")]
    [InlineData("{\"nmae\":\"Fund\"}", "$.nmae: “nmae” is not a field of this address: see the description of the API (/api).")]
    [InlineData("{\"opensOn\":20250401}", "$.opensOn: Send a value of the kind")]
    [InlineData("{\"matchPercent\":\"5,5\"}", "$.matchPercent: Send a value of the kind")]
    [InlineData("{\"capPerBid\":\"79228162514264337593543950335\"}", "$.capPerBid: Money is a decimal string")]
    [InlineData("null", "Send the JSON that the description of the API (/api) gives for this address")]
    [InlineData("", "Send the JSON that the description of the API (/api) gives for this address")]
    public async Task UnreadableJson_SaysWhatToSend_AndNoTypeOfOurs(string json, string said)
    {
        var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        var answer = await service.Officer().SendAsync(HttpMethod.Post, "/api/rounds", content, null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.StartsWith(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Platform.", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendBack_WithNullAmongItsSections_IsNoFaultOfOurs()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var body = new { Sections = new object?[] { null, new { } }, AnswerBy = new DateOnly(2025, 3, 3) };
        var answer = await service.Officer().SendJsonAsync(HttpMethod.Post, $"/api/bids/{bid}/send-back", body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("--B\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a.pdf\"\r\n\r\n%PDF")]
    [InlineData("nonsense")]
    public async Task FileThatIsCutOff_IsNoFaultOfOurs(string body)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        foreach (var address in new[] { $"/bids/{bid}/attachments", $"/api/bids/{bid}/attachments" })
        {
            var content = new StringContent(body);
            content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=B");
            var answer = await service.Editor().SendAsync(HttpMethod.Post, address, content, null);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task RoundWhoseDeadlineHasPassed_IsNotOpened()
    {
        service.Clock.Now = Given.InTime;
        var round = new RoundAnswers(
            "PAST1",
            "Fund",
            "Fund",
            new(2025, 1, 1),
            new(2025, 2, 2),
            new(2025, 4, 1),
            new(2026, 3, 31),
            null,
            0,
            ["Any"]
        )
        {
            Published = true,
        };
        var answer = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", round);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Deadline must be today or in the future",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NulInAForm_IsRefused_BesideTheField_AndNothingIsLostOrSaved()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/project", ("Title", "a\0b"), ("Summary", "What we plan"));
        Assert.Contains("the character U+0000", page.GetElementById("Title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Title", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("What we plan", page.GetElementById("Summary")!.TextContent.Trim());
        Assert.Equal("", (await service.Editor().GetPageAsync($"/bids/{bid}/project")).GetElementById("Summary")!.TextContent.Trim());
    }
}
