using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// How people (a cookie) and programs (a bearer token) stay signed in. Both run on the system's clock, which no demonstration moves.
/// </summary>
internal static class Sessions
{
    public const string Scheme = "session";
    public const string CookieName = "platform-session";

    /// <summary>How long an idle session lasts.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>Whether a request comes from a program with a bearer token.</summary>
    public static bool HasBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var allowHttp = builder.Configuration.GetValue("Session:AllowHttp", builder.Environment.IsDevelopment());
        builder.Services.AddScoped<IPasswordValidator<User>, PasswordRules>();
        builder.Services.AddScoped<IUserClaimsPrincipalFactory<User>, UserPrincipals>();
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
            .AddCookie(IdentityConstants.ApplicationScheme, o => Cookie(o, allowHttp))
            .AddBearerToken(IdentityConstants.BearerScheme, o => o.TimeProvider = TimeProvider.System);
    }

    private static void Cookie(CookieAuthenticationOptions options, bool allowHttp)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = allowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        (options.ExpireTimeSpan, options.SlidingExpiration) = (Idle, true);
        options.Events.OnValidatePrincipal = CurrentSession.ValidateAsync;
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
