using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Testing;

/// <summary>What one endpoint answers to everybody: statuses as "401 404 200 200 403 200 200 200".</summary>
/// <param name="Endpoint">"GET /bids/{reference}".</param>
/// <param name="Address">An address that leads to it, of a thing of Melton's.</param>
/// <param name="Statuses">
/// Of nobody, Rutland's lead, Melton's editor, lead and chair, an officer, each other role of the office, the board; a ninth is the
/// administrator's, where that is not what the office gets. "finance=200" at the end is for one role of the office alone.
///</param>
/// <param name="Json">What is sent; null for a page's form.</param>
public sealed record EndpointRow(string Endpoint, string Address, string Statuses, object? Json = null);

/// <summary>Sends somebody's request.</summary>
public delegate Task<HttpResponseMessage> Ask(HttpMethod method, string address, HttpContent? content);

/// <summary>Who may use which endpoint: one row for each, and none without a row.</summary>
public static class EndpointTable
{
    private static readonly (string Who, string? Role, string? Partnership, int Column)[] Everybody =
    [
        ("nobody", null, null, 0),
        ("Rutland's lead", Roles.PartnerLead, "RUT", 1),
        (Roles.PartnerEditor, Roles.PartnerEditor, "MEL", 2),
        (Roles.PartnerLead, Roles.PartnerLead, "MEL", 3),
        (Roles.PartnerChair, Roles.PartnerChair, "MEL", 4),
        .. Roles.OfOffice.Select(r =>
            (
                r,
                (string?)r,
                (string?)null,
                r switch
                {
                    Roles.Officer => 5,
                    Roles.Administrator => 8,
                    _ => 6,
                }
            )
        ),
        (Roles.Board, Roles.Board, null, 7),
    ];

    /// <summary>Asserts every row, that every endpoint of the service has one, and that the gateway forwards to each.</summary>
    // If-Match 0 is of no version that there was: whoever is let in is told so, and changes nothing.
    public static Task AssertAsync<TService>(RunningService<TService> service, IReadOnlyList<EndpointRow> rows)
        where TService : IPlatformService
    {
        // What is asked inside, and the home page.
        string[] unforwarded = ["health", "openapi.json", .. TService.Name == ServiceNames.Reporting ? [""] : Array.Empty<string>()];
        Assert.Empty(rows.Select(r => Thing(r.Endpoint)).Distinct().Except([.. ServedThings.Of[TService.Name], .. unforwarded]));
        return AssertAsync(
            service.Services,
            rows,
            (role, partnership) =>
            {
                var visitor = role is null
                    ? service.AsNobody()
                    : service.As(new(Guid.NewGuid(), role), partnership is null ? null : Partnership.Get(partnership), role);
                return Task.FromResult<Ask>(
                    (method, address, content) => visitor.SendAsync(method, address, content, method == HttpMethod.Get ? null : 0)
                );
            }
        );
    }

    /// <summary>
    /// The same of a service whose visitors sign in: what becomes of somebody with that role and partnership, of nobody without a role.
    /// </summary>
    public static async Task AssertAsync(
        IServiceProvider services,
        IReadOnlyList<EndpointRow> rows,
        Func<string?, string?, Task<Ask>> become
    )
    {
        Assert.Equal(await EndpointsAsync(services), rows.Select(r => r.Endpoint).Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var (who, role, partnership, column) in Everybody)
        {
            var ask = await become(role, partnership);
            foreach (var row in rows)
            {
                var words = row.Statuses.Split(' ');
                var statuses = words.Where(w => !w.Contains('=')).Select(int.Parse).ToArray();
                Assert.InRange(statuses.Length, 8, 9);
                var own = words.FirstOrDefault(w => role is not null && w.StartsWith(role + "=", StringComparison.Ordinal));
                var expected = own is null ? statuses[column < statuses.Length ? column : 6] : int.Parse(own[(role!.Length + 1)..]);
                if (await StatusAsync(ask, row) is var status && status != expected)
                    wrong.Add($"{row.Endpoint}: {who} got {status}, not {expected}");
            }
        }
        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    // "GET /api/bids/{reference}" is about bids, as "GET /bids" is; the home page about nothing.
    private static string Thing(string endpoint)
    {
        var words = endpoint.Split('/');
        return words[1] == "api" ? words[2] : words[1];
    }

    private static async Task<int> StatusAsync(Ask ask, EndpointRow row)
    {
        var method = new HttpMethod(row.Endpoint.Split(' ')[0]);
        HttpContent? content =
            row.Json is not null ? JsonContent.Create(row.Json, options: Doors.Json)
            : method == HttpMethod.Post ? new FormUrlEncodedContent([])
            : null;
        using var response = await ask(method, row.Address, content);
        return (int)response.StatusCode;
    }

    // A page is one endpoint for all methods: its handlers tell which it has; without any it is read.
    private static async Task<IReadOnlyList<string>> EndpointsAsync(IServiceProvider services)
    {
        var all = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await services.GetRequiredService<PageLoader>().LoadAsync(page, new EndpointMetadataCollection(endpoint.Metadata)))
                    .HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant())
                    .DefaultIfEmpty("GET")
                : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            all.AddRange(methods.Select(method => $"{method} {route}"));
        }
        return [.. all.Order(StringComparer.Ordinal)];
    }
}
