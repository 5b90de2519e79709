using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// Acts that ask for the password or a second factor again (<see cref="Contracts.Act.IsConfirmed"/>). Whoever has not given it of late gets
/// a 401 whose challenge says so (RFC 9470): the gateway then asks for it, and keeps what was typed.
/// </summary>
public static class Confirmation
{
    /// <summary>The claim of a caller token that says until when it counts, in seconds of Unix time; missing where it does not.</summary>
    public const string Claim = "confirmed_until";

    /// <summary>The error in the challenge.</summary>
    public const string Error = "insufficient_user_authentication";

    /// <summary>Whether they have given their password or a second factor again of late. By the system's clock.</summary>
    public static bool IsRecent(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(Claim), NumberStyles.None, CultureInfo.InvariantCulture, out var until)
        && until > TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Has a page that shows more than the act itself ask for it first; null where it has been given.</summary>
    public static IActionResult? ConfirmFirst(this PageModel page)
    {
        if (IsRecent(page.User))
            return null;
        Challenge(page.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Whether an answer asks for it.</summary>
    public static bool IsAsked(HttpResponse response) =>
        response.Headers[HeaderNames.WWWAuthenticate].ToString().Contains(Error, StringComparison.Ordinal);

    private static void Challenge(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers[HeaderNames.WWWAuthenticate] =
            $"Bearer error=\"{Error}\", error_description=\"Give your password or a second factor again first\"";
    }

    /// <summary>What the policy of such an act asks for.</summary>
    internal sealed class Requirement : AuthorizationHandler<Requirement>, IAuthorizationRequirement
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Requirement requirement)
        {
            if (IsRecent(context.User))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }

    /// <summary>Answers whoever lacks that alone by the challenge, and everybody else as usual.</summary>
    internal sealed class Answers : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler usual = new();

        public Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        )
        {
            if (authorizeResult.AuthorizationFailure?.FailedRequirements.All(r => r is Requirement) != true)
                return usual.HandleAsync(next, context, policy, authorizeResult);
            Challenge(context);
            return Task.CompletedTask;
        }
    }
}
