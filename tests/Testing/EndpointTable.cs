using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Testing;

/// <summary>What one endpoint answers to those who may use it; everybody else is refused.</summary>
/// <param name="Endpoint">"GET /bids/{reference}".</param>
/// <param name="Address">An address that leads to it, of a thing of Melton's.</param>
/// <param name="Act">What is done there; null where it is open to everybody.</param>
/// <param name="Statuses">
/// "200"; where it is not the same for all who may, "404 opcc-officer=200". "another" is Rutland's lead, "nobody" has not signed in.
/// </param>
/// <param name="Json">What is sent; null for a page's form.</param>
public sealed record EndpointRow(string Endpoint, string Address, Act? Act, string Statuses = "200", object? Json = null)
{
    internal int Expected(string who, string? role)
    {
        var words = Statuses.Split(' ');
        var own = words.FirstOrDefault(w => w.StartsWith(who + "=", StringComparison.Ordinal));
        return own is not null && (role is null || IsFor(role)) ? int.Parse(own[(who.Length + 1)..])
            : Act is null || (role is not null && IsFor(role)) ? int.Parse(words[0])
            : role is null ? StatusCodes.Status401Unauthorized
            : StatusCodes.Status403Forbidden;
    }

    // The gateway's pages send whoever has not signed in to do so.
    internal bool Opens(string who, int status) =>
        status is not (401 or 403 or 404) && (who, status, Act is null) is not ("nobody", StatusCodes.Status302Found, false);

    private bool IsFor(string role) => Act is null || Act.IsFor([role]);
}

/// <summary>Words that no answer says to somebody with one of those roles.</summary>
/// <param name="Words">A name, an address.</param>
/// <param name="Roles">From whom they are kept.</param>
public sealed record Hidden(string Words, params string[] Roles);

/// <summary>Sends somebody's request.</summary>
public delegate Task<HttpResponseMessage> Ask(HttpMethod method, string address, HttpContent? content);

/// <summary>Who may use which endpoint: one row for each, and none without a row.</summary>
public static class EndpointTable
{
    private static readonly (string Who, string? Role, string? Partnership)[] Everybody =
    [
        ("nobody", null, null),
        ("another", Roles.PartnerLead, "RUT"),
        .. Roles.OfPartnerships.Select(r => (r, (string?)r, (string?)"MEL")),
        .. Roles.SeeingAll.Append(Roles.Administrator).Select(r => (r, (string?)r, (string?)null)),
    ];

    /// <summary>
    /// Asserts every row, that every endpoint of the service has one, and that the gateway forwards to each; that nobody is told what is
    /// hidden from them; and that <c>tests/&lt;Service&gt;.Tests/access.txt</c> says what opens for whom. <c>WRITE_ACCESS=1</c> writes it.
    /// </summary>
    // No version is 0: whoever is let in with If-Match 0 is told that it is stale, and changes nothing.
    public static async Task AssertAsync<TService>(
        RunningService<TService> service,
        IReadOnlyList<EndpointRow> rows,
        IReadOnlyList<Hidden>? hidden = null,
        WebApplication? unfiltered = null
    )
        where TService : IPlatformService
    {
        // What only the platform's own programs ask for, and the home page.
        string[] unforwarded =
        [
            "health",
            "openapi.json",
            "subject-access",
            .. TService.Name == ServiceNames.Reporting ? [""] : Array.Empty<string>(),
        ];
        Assert.Empty(rows.Select(r => Thing(r.Endpoint)).Distinct().Except([.. ServedThings.Of[TService.Name], .. unforwarded]));
        await AssertAsync(
            service.Services,
            rows,
            (role, partnership) => Task.FromResult(Asking(role is null ? service.AsNobody() : Somebody(service, null, role, partnership))),
            hidden,
            $"tests/{typeof(TService).Name.Replace("Service", "", StringComparison.Ordinal)}.Tests/access.txt"
        );
        if (unfiltered is null)
            return;
        // Without the filters, another partnership meets the wall in PostgreSQL: everywhere with the same answer.
        var another = Asking(Somebody(service, unfiltered, Roles.PartnerLead, "RUT"));
        var leaks = new List<string>();
        foreach (var row in rows)
            if (await AnswerAsync(another, row) is var (status, _) && status != row.Expected("another", Roles.PartnerLead))
                leaks.Add($"{row.Endpoint}: got {status} without filters");
        Assert.True(leaks is [], string.Join('\n', leaks));
    }

    private static Visitor Somebody<TService>(RunningService<TService> service, WebApplication? replica, string role, string? partnership)
        where TService : IPlatformService =>
        service.As(replica, new(Guid.NewGuid(), role), partnership is null ? null : Partnership.Get(partnership), role);

    private static Ask Asking(Visitor visitor) =>
        (method, address, content) => visitor.SendAsync(method, address, content, method == HttpMethod.Get ? null : 0);

    /// <summary>
    /// The same for a service whose visitors sign in: how somebody signs in with that role and partnership; nobody does without a role.
    /// </summary>
    public static async Task AssertAsync(
        IServiceProvider services,
        IReadOnlyList<EndpointRow> rows,
        Func<string?, string?, Task<Ask>> become,
        IReadOnlyList<Hidden>? hidden = null,
        string? matrix = null
    )
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.Equal(endpoints.SelectMany(Names).Order(StringComparer.Ordinal), rows.Select(r => r.Endpoint).Order(StringComparer.Ordinal));
        var wrong = endpoints
            .Select(endpoint => WrongDoor(endpoint, rows))
            .Concat(Navigation.Parts.Select(part => DeadEnd(part.Href, part.Act, rows)))
            .OfType<string>()
            .ToList();
        var access = new List<(EndpointRow Row, string Who, int Status)>();
        foreach (var (who, role, partnership) in Everybody)
        {
            var ask = await become(role, partnership);
            var kept = (hidden ?? []).Where(h => h.Roles.Contains(role)).Select(h => h.Words).ToList();
            foreach (var row in rows)
            {
                var (status, said) = await AnswerAsync(ask, row);
                access.Add((row, who, status));
                if (status != row.Expected(who, role))
                    wrong.Add($"{row.Endpoint}: {who} got {status}, not {row.Expected(who, role)}");
                wrong.AddRange(kept.Where(said.Contains).Select(words => $"{row.Endpoint}: {who} is told of {words}"));
            }
        }
        Assert.True(wrong is [], string.Join('\n', wrong));
        foreach (var unknown in (hidden ?? []).Where(h => h.Roles.Length == 0))
            Assert.Fail($"{unknown.Words} is hidden from nobody.");
        if (matrix is not null)
            await AssertMatrixAsync(access, Path.Combine(OpenApiDocument.Repository, matrix));
    }

    // What opens for whom, to be read in review: a line for each endpoint, the most open first.
    private static async Task AssertMatrixAsync(IReadOnlyList<(EndpointRow Row, string Who, int Status)> access, string file)
    {
        var lines =
            from a in access
            // The files of a version have an address of its own.
            group a by Regex.Replace(a.Row.Endpoint, "/assets/[0-9a-f]+", "/assets/{version}") into one
            let open = one.Where(a => a.Row.Opens(a.Who, a.Status)).Select(a => a.Who).Distinct().ToList()
            orderby one.Key.Split(' ')[1], one.Key
            select $"{one.Key}: {(open.Count == Everybody.Length ? "everybody" : open.Count == 0 ? "-" : string.Join(", ", open))}";
        var text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("WRITE_ACCESS") == "1")
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), text);
    }

    /// <summary>Asserts who may do what: "ReadLetters: opcc-officer, administrator" for each act; a line goes on after a comma.</summary>
    public static void AssertActs(Type table, string expected) =>
        Assert.Equal(
            Regex.Replace(expected, @",\s+", ", ").Split('\n'),
            ActTable.Of(table).Select(act => $"{act.Name}: {string.Join(", ", act.Roles)}")
        );

    // "GET /api/bids/{reference}" is about bids, as "GET /bids" is; the home page about nothing.
    private static string Thing(string endpoint)
    {
        var words = endpoint.Split('/');
        return words[1] == "api" ? words[2] : words[1];
    }

    private static async Task<(int Status, string Said)> AnswerAsync(Ask ask, EndpointRow row)
    {
        var method = new HttpMethod(row.Endpoint.Split(' ')[0]);
        HttpContent? content =
            row.Json is not null ? JsonContent.Create(row.Json, options: Doors.Json)
            : method == HttpMethod.Post ? new FormUrlEncodedContent([])
            : null;
        using var response = await ask(method, row.Address, content);
        return (
            (int)response.StatusCode,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
    }

    // A page is one endpoint for all methods: its handlers tell which it answers. A page without a handler answers GET.
    private static IEnumerable<string> Names(RouteEndpoint endpoint) =>
        (
            endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
                ? page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET")
                : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        ).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}");

    // A handler of a page may be for fewer people than the page: one of the rows is for those of the page.
    private static string? WrongDoor(RouteEndpoint endpoint, IReadOnlyList<EndpointRow> rows)
    {
        var act = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? string.Join(" and ", endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy))
            : null;
        var names = Names(endpoint).ToList();
        return rows.Any(r => names.Contains(r.Endpoint) && r.Act?.Name == act) ? null : $"{names[0]} is for {act ?? "everybody"}";
    }

    // Whoever sees a link may use the page that it leads to.
    private static string? DeadEnd(string href, Act? act, IReadOnlyList<EndpointRow> rows) =>
        rows.FirstOrDefault(r => r.Endpoint == $"GET {href}") is { Act: { } page } && (act?.Roles ?? Roles.All).Except(page.Roles).Any()
            ? $"Navigation leads to {href} those who may not go there"
            : null;
}
