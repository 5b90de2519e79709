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
/// <param name="Statuses">Of nobody, Rutland's lead, Melton's editor, lead and chair, an officer, each other role of the office, the board.</param>
/// <param name="Json">What is sent; null for a page's form.</param>
public sealed record EndpointRow(string Endpoint, string Address, string Statuses, object? Json = null);

/// <summary>Who may use which endpoint: one row for each, and none without a row.</summary>
public static class EndpointTable
{
    /// <summary>Asserts every row, and that every endpoint of the service has one.</summary>
    public static async Task AssertAsync<TService>(RunningService<TService> service, IReadOnlyList<EndpointRow> rows) where TService : IPlatformService
    {
        Assert.Equal(await EndpointsAsync(service.Services), rows.Select(r => r.Endpoint).Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var statuses = row.Statuses.Split(' ').Select(int.Parse).ToArray();
            Assert.Equal(8, statuses.Length);
            foreach (var (who, visitor, expected) in Everybody(service, statuses))
                if (await AskAsync(visitor, row) is var status && status != expected) wrong.Add($"{row.Endpoint}: {who} got {status}, not {expected}");
        }
        Assert.Equal([], wrong);
    }

    private static IEnumerable<(string Who, Visitor Visitor, int Expected)> Everybody<TService>(RunningService<TService> service, int[] statuses) where TService : IPlatformService
    {
        var (melton, rutland) = (Partnership.Get("MEL"), Partnership.Get("RUT"));
        yield return ("nobody", service.AsNobody(), statuses[0]);
        yield return ("Rutland's lead", service.As(new(Guid.NewGuid(), "Rut"), rutland, Roles.PartnerLead), statuses[1]);
        yield return (Roles.PartnerEditor, service.As(new(Guid.NewGuid(), "Ed"), melton, Roles.PartnerEditor), statuses[2]);
        yield return (Roles.PartnerLead, service.As(new(Guid.NewGuid(), "Lee"), melton, Roles.PartnerLead), statuses[3]);
        yield return (Roles.PartnerChair, service.As(new(Guid.NewGuid(), "Cher"), melton, Roles.PartnerChair), statuses[4]);
        yield return (Roles.Officer, service.As(new(Guid.NewGuid(), "Olu"), null, Roles.Officer), statuses[5]);
        foreach (var role in Roles.OfOffice.Where(r => r != Roles.Officer)) yield return (role, service.As(new(Guid.NewGuid(), role), null, role), statuses[6]);
        yield return (Roles.Board, service.As(new(Guid.NewGuid(), "Bo"), null, Roles.Board), statuses[7]);
    }

    // If-Match 0 is of no version that there was: whoever is let in is told so, and changes nothing.
    private static async Task<int> AskAsync(Visitor visitor, EndpointRow row)
    {
        var method = new HttpMethod(row.Endpoint.Split(' ')[0]);
        var isForm = method == HttpMethod.Post && row.Json is null;
        using var response = isForm ? await visitor.PostAsync(row.Address) : await visitor.SendJsonAsync(method, row.Address, row.Json, ifMatch: method == HttpMethod.Get ? null : 0);
        return (int)response.StatusCode;
    }

    // A page is one endpoint for all methods: its handlers tell which it has.
    private static async Task<IReadOnlyList<string>> EndpointsAsync(IServiceProvider services)
    {
        var all = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await services.GetRequiredService<PageLoader>().LoadAsync(page, new EndpointMetadataCollection(endpoint.Metadata))).HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant())
                : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            all.AddRange(methods.Select(method => $"{method} {route}"));
        }
        return [.. all.Order(StringComparer.Ordinal)];
    }
}
