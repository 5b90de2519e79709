using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;
using Platform.Demo;
using Platform.ServiceDefaults.Hosting;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>The platform's public API, as one of its users.</summary>
public sealed class PlatformApi(WholePlatform? platform, HttpClient gateway, string password, Func<string>? code = null)
{
    private readonly SignedInPeople people = new(gateway, password, code ?? (() => ""));

    public HttpClient Gateway => gateway;

    public async Task SendAsync(string user, HttpMethod method, string path, object? body = null, int? version = null)
    {
        using var response = await AskAsync(user, method, path, body, version);
        Assert.True(
            response.IsSuccessStatusCode,
            $"{method} {path} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
        );
    }

    /// <returns>The answer to a POST.</returns>
    public async Task<JsonElement> CreateAsync(string user, string path, object body)
    {
        using var response = await AskAsync(user, HttpMethod.Post, path, body);
        Assert.True(
            response.IsSuccessStatusCode,
            $"POST {path} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(Doors.Json);
    }

    public async Task<JsonElement> GetAsync(string user, string path)
    {
        using var response = await AskAsync(user, HttpMethod.Get, path);
        Assert.True(
            response.IsSuccessStatusCode,
            $"GET {path} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}"
        );
        return await response.Content.ReadFromJsonAsync<JsonElement>(Doors.Json);
    }

    public async Task<HttpResponseMessage> AskAsync(string user, HttpMethod method, string path, object? body = null, int? version = null)
    {
        return await people.SendAsync(
            user,
            () =>
            {
                var request = new HttpRequestMessage(method, path);
                if (version is not null)
                    request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
                if (body is not null)
                    request.Content = JsonContent.Create(body, body.GetType(), options: Doors.Json);
                return request;
            }
        );
    }

    /// <summary>Opens a round as of the clock's today: for a month, unless something else is said.</summary>
    public Task OpenRoundAsync(string reference, DateOnly today, int days = 30) =>
        SendAsync(
            "officer@opcc.example",
            HttpMethod.Post,
            "/api/rounds",
            new
            {
                Reference = reference,
                Programme = "Community safety fund",
                Name = $"Round {reference}",
                OpensOn = today,
                ClosesOn = today.AddDays(days),
                DeliveryFrom = today.AddMonths(4),
                DeliveryTo = today.AddMonths(14),
                CapPerBid = (Money?)null,
                MatchPercent = 0,
                Themes = new[] { "Neighbourhood crime" },
                Published = true,
            }
        );

    /// <summary>
    /// Opens a round for a month with £20,000, two criteria of which the first weighs three times as much, and a threshold of 65%.
    /// </summary>
    public Task OpenScoredRoundAsync(string reference, DateOnly today) =>
        SendAsync(
            "officer@opcc.example",
            HttpMethod.Post,
            "/api/rounds",
            new
            {
                Reference = reference,
                Programme = "Community safety fund",
                Name = $"Round {reference}",
                OpensOn = today,
                ClosesOn = today.AddDays(30),
                DeliveryFrom = today.AddMonths(4),
                DeliveryTo = today.AddMonths(14),
                CapPerBid = (Money?)null,
                MatchPercent = 0,
                Themes = new[] { "Neighbourhood crime" },
                Published = true,
                Available = Money.FromPounds(20_000),
                ThresholdPercent = 65,
                Criteria = new[]
                {
                    new
                    {
                        Name = "Evidence of need",
                        Guidance = "Figures and places",
                        Weight = 3,
                    },
                    new
                    {
                        Name = "Value for money",
                        Guidance = "",
                        Weight = 1,
                    },
                },
            }
        );

    /// <summary>Adds an assessor, and waits until officers can ask them to assess.</summary>
    public async Task AddAssessorAsync(string name, string email)
    {
        await platform!.MakeAccountAsync(new(email, name, null, [Roles.Assessor]));
        await Until.TrueAsync(
            async () =>
                (await GetAsync("officer@opcc.example", "/api/assessors"))
                    .EnumerateArray()
                    .Any(a => a.GetProperty("name").GetString() == name),
            $"{name} can be asked"
        );
    }

    /// <summary>A bid with everything in it and every section completed, not submitted.</summary>
    /// <returns>Its reference.</returns>
    public async Task<string> WriteBidAsync(string editor, string round, string partnership, DateOnly delivery)
    {
        await SendAsync(editor, HttpMethod.Post, "/api/bids", new { Round = round });
        var reference = $"{round}-{partnership}-01";
        var address = $"/api/bids/{reference}";
        var theme = (await GetAsync(editor, "/api/rounds"))
            .EnumerateArray()
            .Single(r => r.GetProperty("reference").GetString() == round)
            .GetProperty("themes")[0]
            .GetString();
        await SendAsync(
            editor,
            HttpMethod.Put,
            address,
            new
            {
                Contacts = new { Lead = new { Name = "Ann Reed", Email = "ann@partnership.example" } },
                Project = new
                {
                    Title = "Safer homes",
                    Theme = theme,
                    Summary = "Homes are made harder to break into.",
                },
                Need = new { Need = "Burglary rose by a third.", PlanAim = "Safer places" },
                Where = new
                {
                    Areas = new[] { Lsoa.All.First(a => a.District.Name == Partnership.Get(partnership).Districts[0]).Name },
                    Vintage = 2021,
                },
                Interventions = new[]
                {
                    new
                    {
                        Answers = new
                        {
                            Name = "Target hardening",
                            Budget = new[] { new BudgetLine(FinancialYear.Of(delivery), SpendKind.Capital, Money.FromPounds(12_500)) },
                            Outputs = new[] { new Output("homes target hardened", 40, TargetKind.UpTo) },
                        },
                    },
                },
                Risks = new[]
                {
                    new
                    {
                        Answers = new
                        {
                            Description = "Locks come late",
                            Likelihood = RiskLevel.Low,
                            Impact = RiskLevel.Medium,
                            Mitigation = "Order early",
                        },
                    },
                },
            },
            1
        );
        foreach (var section in BidSections.All)
            await SendAsync(editor, HttpMethod.Put, $"{address}/completed/{section}", new { Complete = true }, 2);
        return reference;
    }

    public Task SubmitBidAsync(string lead, string reference) => SendAsync(lead, HttpMethod.Post, $"/api/bids/{reference}/submission");
}
