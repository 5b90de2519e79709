using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Platform.Contracts;
using Platform.GovUk.Components;

namespace Platform.GovUk;

/// <summary>The service navigation: who sees which part of the platform.</summary>
public static class Navigation
{
    /// <summary>The parts, and the act of those who have work there; null for everybody.</summary>
    public static readonly IReadOnlyList<(string Text, string Href, Act? Act)> Parts =
    [
        ("Home", "/", null),
        ("Rounds", "/rounds", LinkedActs.FollowWork),
        ("Bids", "/bids", LinkedActs.FollowWork),
        ("Assessments", "/assessments", LinkedActs.AssessBids),
        ("Decisions", "/decisions", LinkedActs.TakePartInDecisions),
        ("Grants", "/grants", LinkedActs.FollowWork),
        ("Returns", "/returns", LinkedActs.FollowWork),
        ("Reports", "/reports", LinkedActs.ReadReports),
        ("FOI", "/foi", LinkedActs.AnswerFoi),
        ("Letters", "/notifications", LinkedActs.ReadLetters),
        ("People", "/account/people", LinkedActs.ReadPeople),
        ("Team", "/account/team", LinkedActs.ReadTeam),
        ("Audit", "/audit", LinkedActs.ReadAudit),
        ("Failed messages", "/failed-messages", LinkedActs.SettleFailures),
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
                .Where(part => part.Act is null || part.Act.IsFor(user))
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
