using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

/// <summary>What a partnership has not submitted is its own, whichever door the office comes in by.</summary>
public partial class DraftsTests(RunningService<ReturnsService> service)
{
    // Words and a sum that stand nowhere else, not even in what another test of this class submitted.
    private readonly string _unsubmitted = $"Zanzibar {Guid.NewGuid()}";
    private readonly Money _spent = new(Random.Shared.Next(100_000_000, 1_000_000_000));

    [Fact]
    public async Task Draft_NoDoorShowsItToTheOffice()
    {
        var owed = await service.OpenReturnAsync();
        var file = await service.Editor.AttachAsync(owed);
        await WriteAsync(owed);
        await service.SaveAsync(owed, $"{owed.Address}/outcomes", ("Outcomes", _unsubmitted), ("Risks", _unsubmitted));
        Assert.NotEmpty(await DoorsThatShowItAsync(service.Editor, owed, file));
        foreach (var role in Roles.SeeingAll)
            Assert.Empty(await DoorsThatShowItAsync(Reader(role), owed, file));
        foreach (var address in new[] { $"{owed.Address}/pdf", $"{owed.Address}/attachments", $"{owed.Address}/attachments/{file}" })
            Assert.Equal((address, HttpStatusCode.NotFound), (address, (await service.Officer.GetAsync(address)).StatusCode));
        Assert.Contains(
            "Melton has not submitted this return. What it says is not shown to the office before that.",
            (await service.Officer.GetPageAsync(owed.Address)).Texts("p")
        );
        // Of two interventions with four parts each and three sections of the whole: outcomes, progress, spending.
        Assert.Contains(
            "3 of 11 parts are completed. It was last changed at 12:00pm on Tuesday 2 July 2024.",
            (await service.Officer.GetPageAsync(owed.Address)).Texts("p")
        );
        var stored = await (await service.Officer.GetAsync($"/api{owed.Address}")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        var progress = JsonDocument.Parse(stored).RootElement.GetProperty("progress");
        Assert.Equal((3, 11), (progress.GetProperty("done").GetInt32(), progress.GetProperty("of").GetInt32()));
    }

    [Fact]
    public async Task Declined_TheReasonStaysBetweenLeadAndEditors()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        await service.Lead.PostAndFollowAsync($"{owed.Address}/decline", ("Reason", _unsubmitted));
        Assert.Contains(_unsubmitted, (await service.Editor.GetPageAsync($"{owed.Address}/history")).Texts("p"));
        Assert.Empty(await DoorsThatShowItAsync(service.Officer, owed, Guid.NewGuid()));
    }

    [Fact]
    public async Task SentBack_EveryDoorShowsTheOfficeWhatWasSubmitted_UntilItIsSubmittedAgain()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        var before = (await service.Officer.GetPageAsync(owed.Address)).Texts("main .govuk-summary-card");
        await service.SendBackAsync(owed, new SectionNote(Given.Hardening.Id.ToString(), "Which streets?"));
        await WriteAsync(owed);
        await service.AnswerAsync(owed, _unsubmitted);
        await AssertHiddenAsync();
        Assert.Contains(
            (await service.Officer.GetPageAsync(owed.Address)).Texts("main p"),
            words => words.Contains("1 of 1 section that was sent back is answered. It was last changed", StringComparison.Ordinal)
        );
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await AssertHiddenAsync();

        await service.CertifyAsync(owed);
        Assert.NotEmpty(await DoorsThatShowItAsync(service.Officer, owed, Guid.NewGuid()));

        async Task AssertHiddenAsync()
        {
            Assert.NotEmpty(await DoorsThatShowItAsync(service.Editor, owed, Guid.NewGuid()));
            foreach (var role in Roles.SeeingAll)
                Assert.Empty(await DoorsThatShowItAsync(Reader(role), owed, Guid.NewGuid()));
            Assert.Equal(before, (await service.Officer.GetPageAsync(owed.Address)).Texts("main .govuk-summary-card"));
        }
    }

    [Fact]
    public async Task SentBack_AnotherQuartersSumsKeepWhatWasSubmitted()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now));
        service.Clock.Now = Given.In(2024, 10, 2);
        await service.OpenDueAsync();
        foreach (var owed in returns)
            await service.SubmitAsync(owed);
        var before = (await service.Officer.GetPageAsync(returns[1].Address)).Texts("main .govuk-summary-card");
        await service.SendBackAsync(returns[0], new SectionNote(Given.Hardening.Id.ToString(), "Is that all?"));
        await WriteAsync(returns[0]);
        Assert.NotEqual(before, (await service.Editor.GetPageAsync(returns[1].Address)).Texts("main .govuk-summary-card"));
        Assert.Equal(before, (await service.Officer.GetPageAsync(returns[1].Address)).Texts("main .govuk-summary-card"));
    }

    private Visitor Reader(string role) => service.As(new(Guid.NewGuid(), role), null, role);

    private async Task WriteAsync(Return owed)
    {
        await service.SaveAsync(owed, owed.PageOf(Given.Hardening), ("Status", "OnTrack"), ("Narrative", _unsubmitted));
        await service.ActAsync(
            owed,
            r =>
                r.Save(
                    new SpendingAnswers(Given.Hardening.Id, _spent, Money.Zero, [], "As agreed"),
                    Given.NoOthers,
                    Given.Community,
                    r.Version,
                    Given.Editor,
                    service.Clock.Now
                )
        );
    }

    // Every address of the service that is read, of this return.
    private async Task<List<string>> DoorsThatShowItAsync(Visitor reader, Return owed, Guid file)
    {
        var found = new List<string>();
        foreach (var route in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsRead))
        {
            var address = Value()
                .Replace(
                    $"/{route.RoutePattern.RawText!.Trim('/')}",
                    value =>
                        value.Groups[1].Value switch
                        {
                            "grantReference" => owed.GrantReference,
                            "quarter" => QuarterAddress.Of(owed.Quarter),
                            "id" => Given.Hardening.Id.ToString(),
                            "file" => file.ToString(),
                            "number" => "1",
                            "list" => "assets",
                            "name" => Uri.EscapeDataString(owed.Programme),
                            _ => Guid.NewGuid().ToString(),
                        }
                );
            using var answer = await reader.GetAsync(address);
            var text = await TextAsync(answer);
            if (Regex.Replace(text, "[,.]", "") is var plain && (plain.Contains(_unsubmitted) || plain.Contains($"{_spent.Pence}")))
                found.Add(address);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
        return found;
    }

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
        || endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false;

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        if (answer.Content.Headers.ContentType?.MediaType != "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            return await answer.Content.ReadAsStringAsync(cancellationToken);
        await using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync(cancellationToken));
        var sheets = book.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd());
        return string.Concat(sheets);
    }

    [GeneratedRegex(@"\{\**(\w+)(?::(?:[^{}]|\{[^}]*\})*)?\}")]
    private static partial Regex Value();
}
