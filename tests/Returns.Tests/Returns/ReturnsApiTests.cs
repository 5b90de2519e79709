using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

public class ReturnsApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_AReturn_GivesItWithItsETag()
    {
        var owed = await service.OpenReturnAsync();
        var response = await service.Editor.GetAsync(AddressOf(owed));
        Assert.Equal("\"2\"", response.Headers.ETag!.Tag);
        var body = await JsonOfAsync(response);
        Assert.Equal(
            ("2024/25 Q1", "Open", "2024-07-31"),
            (Text(body, "return", "quarter"), Text(body, "return", "state"), Text(body, "return", "dueOn"))
        );
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
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(owed, 2)).StatusCode);
        var stale = await PutAsync(
            owed,
            2,
            new
            {
                Status = "Delayed",
                Capital = "0.00",
                Revenue = "0.00",
                VarianceReason = "Late",
                Achieved = Given.LineOf(Given.Hardening).Achieved,
            }
        );
        Assert.Equal((HttpStatusCode.PreconditionFailed, "/problems/stale"), (stale.StatusCode, Text(await JsonOfAsync(stale), "type")));
    }

    [Fact]
    public async Task Put_BrokenRules_IsUnprocessableWithEachField()
    {
        var owed = await service.OpenReturnAsync();
        var response = await PutAsync(
            owed,
            2,
            new
            {
                Status = "OnTrack",
                Capital = "-1.00",
                Revenue = "0.00",
                Achieved = new[] { new { Indicator = "cats", Quantity = 1 } },
            }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = (await JsonOfAsync(response)).GetProperty("errors");
        Assert.Equal("Capital spend must be £0 or more", errors.GetProperty("capital")[0].GetString());
        Assert.Equal("cats is not an output of Target hardening", errors.GetProperty("achieved")[0].GetString());
    }

    [Theory]
    [InlineData("12.345")]
    [InlineData("lots")]
    public async Task Put_NotAnAmountOfMoney_IsABadRequest(string capital)
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await PutAsync(
                    owed,
                    2,
                    new
                    {
                        Status = "OnTrack",
                        Capital = capital,
                        Revenue = "0.00",
                    }
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task Post_ReadyAndSubmission_TakeTheReturnToItsEnd()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(service.Editor, owed, "ready")).StatusCode);
        await service.FillInAsync(owed);
        var early = await PostAsync(service.Lead, owed, "submission");
        Assert.Equal(
            (HttpStatusCode.Conflict, "/problems/not-ready-to-certify"),
            (early.StatusCode, Text(await JsonOfAsync(early), "type"))
        );
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(service.Editor, owed, "ready")).StatusCode);

        var own = await PostAsync(service.As(Given.Editor, Given.Melton, Roles.PartnerLead), owed, "submission");
        Assert.Equal(
            (HttpStatusCode.Conflict, "/problems/preparer-cannot-certify"),
            (own.StatusCode, Text(await JsonOfAsync(own), "type"))
        );
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
        for (var next = (string?)"/api/returns"; next is not null; pages++)
        {
            var response = await caller.GetAsync(next);
            var body = await JsonOfAsync(response);
            Assert.Equal(
                body.GetProperty("next").GetString() is { } link ? $"<{link}>; rel=\"next\"" : null,
                response.Headers.TryGetValues("Link", out var links) ? links.Single() : null
            );
            ids.AddRange(body.GetProperty("returns").EnumerateArray().Select(r => r.GetProperty("id").GetGuid()));
            next = body.GetProperty("next").GetString();
        }
        Assert.Equal((124, 124, 2), (ids.Count, ids.Distinct().Count(), pages));
    }

    [Fact]
    public async Task Get_OpenApi_DescribesTheDoor() =>
        Assert.True(
            (await JsonOfAsync(await service.AsNobody().GetAsync("/openapi.json")))
                .GetProperty("paths")
                .TryGetProperty("/api/returns/{grantReference}/{quarter}/submission", out _)
        );

    [Fact]
    public async Task Put_AllOfAReturn_SavesAllOrNothingAndReplacesLists()
    {
        var owed = await service.OpenReturnAsync();
        var camera = new
        {
            Kind = "Camera",
            Quantity = 2,
            Place = "Park",
        };
        Assert.Equal(
            HttpStatusCode.PreconditionRequired,
            (await service.Editor.SendJsonAsync(HttpMethod.Put, AddressOf(owed), new { })).StatusCode
        );
        var refused = await service.Editor.SendJsonAsync(
            HttpMethod.Put,
            AddressOf(owed),
            new
            {
                Lines = Lines(
                    camera,
                    new
                    {
                        Kind = "",
                        Quantity = 1,
                        Place = "Park",
                    }
                ),
                Outcomes = new { Outcomes = "Quiet" },
                Rating = new { Rating = "Red" },
            },
            2
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var errors = (await JsonOfAsync(refused)).GetProperty("errors");
        Assert.Equal("Enter why the grant is going that way", errors.GetProperty("rating.ratingReason")[0].GetString());
        Assert.Equal(
            "Enter what kind of thing it is, in 200 characters or less",
            errors.GetProperty("lines[0].answers.assets[1].kind")[0].GetString()
        );
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);

        var done = new { Rating = "Red", RatingReason = "No staff" };
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await service.Editor.SendJsonAsync(HttpMethod.Put, AddressOf(owed), new { Lines = Lines(camera, camera), Rating = done }, 2)
            ).StatusCode
        );
        Assert.Equal(
            (2, "Red", 3),
            (await service.ReturnAsync(owed.Id)) is var both
                ? (both.Lines[0].Assets.Count, $"{both.Overall.Rating}", both.Version)
                : default
        );
        var kept = (await service.ReturnAsync(owed.Id)).Lines[0].Assets[1].Id;
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await service.Editor.SendJsonAsync(
                    HttpMethod.Put,
                    AddressOf(owed),
                    new
                    {
                        Lines = Lines(
                            new
                            {
                                Id = kept,
                                Kind = "Lamp",
                                Quantity = 1,
                                Place = "Park",
                            }
                        ),
                    },
                    3
                )
            ).StatusCode
        );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal(
            (kept, "Lamp", "No staff"),
            (Assert.Single(saved.Lines[0].Assets).Id, saved.Lines[0].Assets[0].Kind, saved.Overall.RatingReason)
        );

        static object Lines(params object[] assets) =>
            new[]
            {
                new
                {
                    InterventionId = Given.Hardening.Id,
                    Answers = new
                    {
                        Status = "OnTrack",
                        Capital = "1.00",
                        Revenue = "0.00",
                        VarianceReason = "Soon",
                        Achieved = Given.LineOf(Given.Hardening).Achieved,
                        Assets = assets,
                    },
                },
            };
    }

    [Theory]
    [InlineData(
        "/lines/00000000-0000-0000-0000-000000000001",
        """{"status":17,"capital":"1.00","revenue":"0.00","achieved":[null]"""
            + ""","forecasts":[null,{"capital":"1.00","revenue":"1.00"}],"assets":[null,{}],"adjustments":[{"kind":17}]}""",
        "status",
        "achieved[0]",
        "forecasts",
        "assets[0].kind",
        "adjustments[0].quarter"
    )]
    [InlineData(
        "/match-funding",
        """{"received":[null,{"kind":17,"amount":"-1.00"}]}""",
        "received[1].source",
        "received[1].kind",
        "received[1].amount"
    )]
    [InlineData("/rating", """{"rating":17}""", "rating")]
    [InlineData(
        "",
        """{"lines":[null,{"interventionId":"00000000-0000-0000-0000-000000000001"}],"underspend":{}}""",
        "underspend.underspend"
    )]
    public async Task Put_WhatNoPageWouldSend_IsToldFieldByField(string address, string json, params string[] fields)
    {
        var owed = await service.OpenReturnAsync();
        using var body = JsonDocument.Parse(json);
        var response = await service.Editor.SendJsonAsync(HttpMethod.Put, AddressOf(owed) + address, body.RootElement, 2);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var told = (await JsonOfAsync(response)).GetProperty("errors").EnumerateObject().Select(p => p.Name).ToList();
        Assert.All(fields, field => Assert.Contains(field, told));
    }

    [Fact]
    public async Task Put_AnInterventionThatTheGrantLacks_IsNotFound()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await service.Editor.SendJsonAsync(HttpMethod.Put, $"{AddressOf(owed)}/lines/{Guid.NewGuid()}", LineOf(Given.Hardening), 2)
            ).StatusCode
        );
    }

    [Theory]
    [InlineData("outcomes", """{"outcomes":"Quiet nights","risks":"Winter"}""")]
    [InlineData("match-funding", """{"received":[{"source":"District","kind":"InKind","amount":"50.00"}]}""")]
    [InlineData("underspend", """{"underspend":"0.00"}""")]
    [InlineData("rating", """{"rating":"Amber","ratingReason":"Staff"}""")]
    [InlineData("nil", """{"reason":"Nothing began"}""")]
    public async Task Put_ASection_IsItsOwnPart(string section, string json)
    {
        var owed = await service.OpenReturnAsync();
        using var body = JsonDocument.Parse(json);
        Assert.Equal(
            HttpStatusCode.PreconditionRequired,
            (await service.Editor.SendJsonAsync(HttpMethod.Put, $"{AddressOf(owed)}/{section}", body.RootElement)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await service.Editor.SendJsonAsync(HttpMethod.Put, $"{AddressOf(owed)}/{section}", body.RootElement, 2)).StatusCode
        );
        Assert.Equal([section], (await service.ReturnAsync(owed.Id)).Parts.Keys);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await service.Lead.SendJsonAsync(HttpMethod.Put, $"{AddressOf(owed)}/{section}", body.RootElement, 2)).StatusCode
        );
    }

    [Fact]
    public async Task Post_Declined_GoesBackToTheEditors()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await service.Lead.SendJsonAsync(HttpMethod.Post, $"{AddressOf(owed)}/declined", new { })).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await service.Lead.SendJsonAsync(HttpMethod.Post, $"{AddressOf(owed)}/declined", new { Reason = "Name the street" })
            ).StatusCode
        );
        Assert.Equal(
            (ReturnState.InProgress, "Name the street"),
            (await service.ReturnAsync(owed.Id)) is var declined ? (declined.State, declined.Declined) : default
        );
    }

    [Fact]
    public async Task Post_SubmissionUnderAKey_IsAnsweredAgainAndReadToTheByte()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await service.Lead.SendJsonAsync(HttpMethod.Post, $"{AddressOf(owed)}/submission", null, 2)).StatusCode
        );
        var lead = service.Lead.With("Idempotency-Key", $"{owed.Id}");
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(lead, owed, "submission")).StatusCode);
        var made = Assert.Single((await JsonOfAsync(await service.Editor.GetAsync($"{AddressOf(owed)}/submissions"))).EnumerateArray());
        Assert.Equal((1, "Tom Shaw"), (made.GetProperty("number").GetInt32(), Text(made, "by")));
        var bytes = await (await service.Officer.GetAsync(Text(made, "address")!)).Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Text(made, "hash"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.GetAsync($"{AddressOf(owed)}/submissions/2")).StatusCode);
    }

    [Fact]
    public async Task Get_TheList_IsNarrowedByWhatIsAsked()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var programme = $"Fund {Guid.NewGuid()}";
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now, programme: programme));
        service.Clock.Now = Given.In(2024, 8, 5);
        await service.SweepAsync<Platform.Returns.Schedule.OpenDueReturns>();
        var asked = $"/api/returns?programme={Uri.EscapeDataString(programme)}";
        Assert.Equal(3, await CountAsync(""));
        Assert.Equal(
            (1, 2, 1, 2),
            (
                await CountAsync("&state=Open"),
                await CountAsync("&state=Scheduled"),
                await CountAsync("&overdue=true"),
                await CountAsync("&overdue=false")
            )
        );
        Assert.Equal(
            (1, 1, 0, 3),
            (
                await CountAsync("&quarter=2024-25-q2"),
                await CountAsync("&quarter=2024%2F25%20Q2"),
                await CountAsync("&partnership=BLA"),
                await CountAsync("&partnership=MEL")
            )
        );
        foreach (var wrong in new[] { "&state=Lost", "&quarter=soon", "&partnership=XXX" })
            Assert.Equal(HttpStatusCode.BadRequest, (await service.Officer.GetAsync(asked + wrong)).StatusCode);
        Assert.Equal(3, returns.Count);

        async Task<int> CountAsync(string more) =>
            (await JsonOfAsync(await service.Officer.GetAsync(asked + more))).GetProperty("returns").GetArrayLength();
    }

    private static string AddressOf(Return owed) => $"/api{owed.Address}";

    private static object LineOf(Intervention intervention) =>
        new
        {
            Status = "OnTrack",
            Narrative = "Went well",
            Capital = "1200.00",
            Revenue = "18.50",
            VarianceReason = "The rest follows",
            Achieved = intervention.Outputs.Select(o => new { o.Indicator, Quantity = 5 }),
        };

    private Task<HttpResponseMessage> PutAsync(Return owed, int? version, object? line = null, Intervention? intervention = null) =>
        service.Editor.SendJsonAsync(
            HttpMethod.Put,
            $"{AddressOf(owed)}/lines/{(intervention ?? Given.Hardening).Id}",
            line ?? LineOf(Given.Hardening),
            version
        );

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, Return owed, string act) =>
        visitor.SendJsonAsync(HttpMethod.Post, $"{AddressOf(owed)}/{act}", null);

    private static async Task<JsonElement> JsonOfAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private static string? Text(JsonElement element, params string[] path) =>
        path.Aggregate(element, (at, name) => at.GetProperty(name)).GetString();
}
