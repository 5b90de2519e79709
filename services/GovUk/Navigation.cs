using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Platform.Contracts;
using Platform.GovUk.Components;

namespace Platform.GovUk;

/// <summary>The service navigation: who sees which part of the platform.</summary>
internal static class Navigation
{
    private static readonly IReadOnlyList<string> Working = [.. Roles.OfPartnerships, .. Roles.OfOffice];
    private static readonly IReadOnlyList<string> Reading = [.. Roles.OfOffice, Roles.Board];

    private static readonly IReadOnlyList<string> Deciding = [Roles.Officer, Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner];

    private static readonly (string Text, string Href, IReadOnlyList<string>? Roles)[] Parts =
    [
        ("Home", "/", null),
        ("Rounds", "/rounds", Working),
        ("Bids", "/bids", Working),
        ("Assessments", "/assessments", [Roles.Assessor]),
        ("Decisions", "/decisions", Deciding),
        ("Grants", "/grants", Working),
        ("Returns", "/returns", Working),
        ("Reports", "/reports", Reading),
        ("FOI", "/foi", [Roles.Officer, Roles.MonitoringOfficer]),
        ("Letters", "/notifications", [Roles.Officer, Roles.Administrator]),
        ("People", "/account/people", [Roles.Administrator]),
        ("Failed messages", "/failed-messages", [Roles.Administrator]),
    ];

    /// <summary>The items for a user; the one that the path belongs to is marked.</summary>
    public static IReadOnlyList<ServiceNavigationItem> For(ClaimsPrincipal user, PathString path)
    {
        if (user.Identity?.IsAuthenticated != true)
            return
            [
                new()
                {
                    Text = "Funding",
                    Href = "/funding",
                    Current = path == "/funding",
                    Active = path.StartsWithSegments("/funding"),
                },
                new()
                {
                    Text = "Sign in",
                    Href = "/account/sign-in",
                    Current = path == "/account/sign-in",
                },
            ];
        return
        [
            .. Parts
                .Where(part => part.Roles is null || part.Roles.Any(user.IsInRole))
                .Select(part => new ServiceNavigationItem
                {
                    Text = part.Text,
                    Href = part.Href,
                    Current = path == part.Href,
                    Active = part.Href != "/" && path.StartsWithSegments(part.Href),
                }),
        ];
    }
}
