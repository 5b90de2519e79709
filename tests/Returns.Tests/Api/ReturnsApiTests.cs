using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Model;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Api;

public class ReturnsApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_AReturn_GivesItWithItsETag()
    {
        var owed = await service.OpenReturnAsync();
        var response = await service.Editor.GetAsync(AddressOf(owed));
        Assert.Equal("\"2\"", response.Headers.ETag!.Tag);
        var body = await JsonOfAsync(response);
        Assert.Equal(("2024/25 Q1", "Open", "2024-07-31"), (Text(body, "return", "quarter"), Text(body, "return", "state"), Text(body, "return", "dueOn")));
        Assert.Equal(2, body.GetProperty("interventions").GetArrayLength());
    }

    [Fact]
    public async Task Get_AnotherPartnershipsReturn_IsNotFound()
    {
        var owed = await service.OpenReturnAsync(Given.Blaby);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.GetAsync(AddressOf(owed))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(owed, owed.Version)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Officer.GetAsync(AddressOf(owed))).StatusCode);
    }

    [Fact]
    public async Task Put_WithoutIfMatchOrStale_IsRefused()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await PutAsync(owed, null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(owed, 2)).StatusCode);
        var stale = await PutAsync(owed, 2);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "/problems/stale"), (stale.StatusCode, Text(await JsonOfAsync(stale), "type")));
    }

    [Fact]
    public async Task Put_BrokenRules_IsUnprocessableWithEachField()
    {
        var owed = await service.OpenReturnAsync();
        var response = await PutAsync(owed, 2, new { Status = "OnTrack", Capital = "-1.00", Revenue = "0.00", Achieved = new[] { new { Indicator = "cats", Quantity = 1 } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = (await JsonOfAsync(response)).GetProperty("errors");
        Assert.Equal("Capital spend must be £0 or more", errors.GetProperty("capital")[0].GetString());
        Assert.Equal("cats is not an output of Target hardening", errors.GetProperty("achieved")[0].GetString());
    }

    [Theory]
    [InlineData("12.345")]
    [InlineData("lots")]
    public async Task Put_WhatIsNoMoney_IsABadRequest(string capital)
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(owed, 2, new { Status = "OnTrack", Capital = capital, Revenue = "0.00" })).StatusCode);
    }

    [Fact]
    public async Task Post_ReadyAndSubmission_TakeTheReturnToItsEnd()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(service.Editor, owed, "ready")).StatusCode);
        foreach (var intervention in owed.Interventions) await PutAsync(owed, 2, LineOf(intervention), intervention);
        var early = await PostAsync(service.Lead, owed, "submission");
        Assert.Equal((HttpStatusCode.Conflict, "/problems/not-ready-to-certify"), (early.StatusCode, Text(await JsonOfAsync(early), "type")));
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(service.Editor, owed, "ready")).StatusCode);

        var own = await PostAsync(service.As(Given.Editor, Given.Melton, Roles.PartnerLead), owed, "submission");
        Assert.Equal((HttpStatusCode.Conflict, "/problems/preparer-cannot-certify"), (own.StatusCode, Text(await JsonOfAsync(own), "type")));
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(service.Editor, owed, "submission")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(service.Lead, owed, "submission")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(service.Lead, owed, "submission")).StatusCode);
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReturnSubmitted));
        Assert.Equal(HttpStatusCode.Conflict, (await PutAsync(owed, 99)).StatusCode);
    }

    [Fact]
    public async Task Post_ByTheOffice_IsForbidden()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(service.Officer, owed, "ready")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(service.Officer, owed, "submission")).StatusCode);
    }

    [Fact]
    public async Task Get_TheList_GoesOnWhereItEndsAndHoldsEachReturnOnce()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var wigston = Partnership.Get("OAD");
        await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2055, 3, 31), service.Clock.Now, wigston));
        var caller = service.As(new(Guid.NewGuid(), "Chair"), wigston, Roles.PartnerChair);
        var ids = new List<Guid>();
        var pages = 0;
        for (var next = (string?)"/api/returns/returns"; next is not null; pages++)
        {
            var body = await JsonOfAsync(await caller.GetAsync(next));
            ids.AddRange(body.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("id").GetGuid()));
            next = body.GetProperty("next").GetString();
        }
        Assert.Equal((124, 124, 2), (ids.Count, ids.Distinct().Count(), pages));
    }

    [Fact]
    public async Task Get_OpenApi_DescribesTheDoor() =>
        Assert.True((await JsonOfAsync(await service.AsNobody().GetAsync("/api/returns/openapi.json"))).GetProperty("paths").TryGetProperty("/api/returns/returns/{id}/submission", out _));

    private static string AddressOf(Return owed) => $"/api/returns/returns/{owed.Id}";

    private static object LineOf(Intervention intervention) => new
    {
        Status = "OnTrack", Narrative = "Went well", Capital = "1200.00", Revenue = "18.50", Achieved = intervention.Outputs.Select(o => new { o.Indicator, Quantity = 5 }),
    };

    private Task<HttpResponseMessage> PutAsync(Return owed, int? version, object? line = null, Intervention? intervention = null) =>
        service.Editor.SendJsonAsync(HttpMethod.Put, $"{AddressOf(owed)}/lines/{(intervention ?? Given.Hardening).Id}", line ?? LineOf(Given.Hardening), version);

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Return owed, string act) => visitor.SendJsonAsync(HttpMethod.Post, $"{AddressOf(owed)}/{act}", null);

    private static async Task<JsonElement> JsonOfAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private static string? Text(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString();
}
