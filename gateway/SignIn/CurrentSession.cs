using System.Globalization;
using System.Security.Claims;
using Npgsql;
using Platform.Contracts;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Asks with every request whether its session goes on, and what its user may do now. While the accounts cannot be read, requests fail:
/// nobody is taken for signed out, or for signed in.
/// </summary>
internal sealed class CurrentSession(RequestDelegate next, SessionSettings settings)
{
    private static readonly object Unanswered = new();

    /// <summary>Whose session a reference is to; null where it is nobody's, or where that cannot be read.</summary>
    public static Task<ClaimsPrincipal?> AskAsync(HttpContext http, string reference) =>
        AnsweredAsync(
            http,
            () =>
                http
                    .RequestServices.GetRequiredService<OpenSessions>()
                    .FindAsync(reference, isUse: http.Request.Path != TimeLeft.Path, http.RequestAborted)
        );

    private static async Task<T?> AnsweredAsync<T>(HttpContext http, Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException || e.InnerException is NpgsqlException or TimeoutException)
        {
            http.Items[Unanswered] = true;
            return null;
        }
    }

    public async Task InvokeAsync(HttpContext http, AccountsContext db)
    {
        if (UserPrincipals.ClientOf(http.User) is { } id)
        {
            var client = await AnsweredAsync(
                http,
                () => http.RequestServices.GetRequiredService<CallingClient>().FindAsync(id, http.RequestAborted)
            );
            http.User = client is null ? new ClaimsPrincipal(new ClaimsIdentity()) : UserPrincipals.Of(client);
            if (client is not null && CallingClient.IsBarred(client, http.Request))
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
        }
        // A cookie that cannot be read may be one whose key cannot be read.
        if (
            http.User.Identity?.IsAuthenticated != true
            && http.Request.Cookies.ContainsKey(settings.SessionCookie)
            && !await db.Database.CanConnectAsync(http.RequestAborted)
        )
            http.Items[Unanswered] = true;
        if (TimeLeft.Of(http.User) is { } seconds)
            http.Request.Headers[SessionTime.Header] = seconds.ToString(CultureInfo.InvariantCulture);
        if (http.Items.ContainsKey(Unanswered) && !StockPages.IsShowing(http))
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else
            await next(http);
    }
}
