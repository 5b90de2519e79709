using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Platform.Gateway.SignIn;

/// <summary>Keeps what a cookie stands for in the table of sessions: the cookie holds a reference to it.</summary>
internal sealed class CookieTickets(IHttpContextAccessor accessor) : ITicketStore
{
    private HttpContext Http => accessor.HttpContext!;

    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        Service<BeginSession>().RunAsync(UserPrincipals.UserOf(ticket.Principal), UserPrincipals.StampOf(ticket.Principal));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await CurrentSession.AskAsync(Http, key) is { } user ? new(user, user.Identity!.AuthenticationType!) : null;

    // Every sign-in has a reference of its own, and being used is noted where a session is found.
    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        throw new InvalidOperationException("A session's user never changes: sign in by SignInBrowser.");

    public async Task RemoveAsync(string key)
    {
        await Service<AccountsContext>().Sessions.Where(s => s.Id == Session.IdOf(key)).EndAsync(SessionEnd.SignedOut);
        await Service<SignInNotes>().EndedAsync(null, SessionEnd.SignedOut);
    }

    private T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();
}
