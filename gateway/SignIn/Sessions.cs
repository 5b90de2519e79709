using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// How people (a cookie) and programs (a bearer token) stay signed in: both refer to a record of the session. They run on the system's
/// clock, which no demonstration moves.
/// </summary>
internal static class Sessions
{
    public const string Scheme = "session";

    /// <summary>Whether a request comes from a program with a bearer token.</summary>
    public static bool HasBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SessionSettings>();
        builder.Services.AddScoped<IPasswordValidator<User>, PasswordRules>();
        builder
            .Services.AddIdentityCore<User>(o =>
            {
                o.User.RequireUniqueEmail = true;
                o.User.AllowedUserNameCharacters = "";
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<AccountsContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // OWASP, Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        builder.Services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = Invitations.Lifetime);
        builder
            .Services.AddAuthentication(Scheme)
            .AddPolicyScheme(
                Scheme,
                null,
                o =>
                    o.ForwardDefaultSelector = http =>
                        HasBearer(http.Request) ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme
            )
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme, o => o.TimeProvider = TimeProvider.System);
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionSettings, IHttpContextAccessor>(Cookie);
    }

    private static void Cookie(CookieAuthenticationOptions options, SessionSettings settings, IHttpContextAccessor http)
    {
        options.SessionStore = new CookieTickets(http);
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = settings.SessionCookie;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        // Plain statuses: StockPages turns them into pages, redirects and problem details, as it does with those of the services.
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
