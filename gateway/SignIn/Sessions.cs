using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>
/// How people (a cookie that refers to a record of the session) and programs (a bearer token that refers to their registration) stay signed
/// in. They run on the system's clock, which no demonstration moves.
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
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddEntityFrameworkStores<AccountsContext>()
            .AddSignInManager();
        // OWASP, Password Storage Cheat Sheet: PBKDF2-HMAC-SHA512.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        builder.Services.Configure<IdentityPasskeyOptions>(o =>
        {
            // A passkey signs in by itself, so it is two factors: the device, and whatever opens it.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.ServerDomain = PasskeyDomain(builder.Configuration);
        });
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
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme)
            .AddBearerToken(IdentityConstants.BearerScheme, o => o.TimeProvider = TimeProvider.System);
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionSettings, IHttpContextAccessor>(Cookie);
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<SessionSettings>(
                (options, settings) =>
                {
                    Protect(options, settings, settings.HalfwayCookie);
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                    options.SlidingExpiration = false;
                }
            );
    }

    // Passkeys belong to the address that people know, whatever a request says its host is.
    private static string? PasskeyDomain(ConfigurationManager configuration) =>
        Uri.TryCreate(configuration["Platform:PublicAddress"], UriKind.Absolute, out var address)
        && address.HostNameType == UriHostNameType.Dns
            ? address.Host
            : null;

    private static void Cookie(CookieAuthenticationOptions options, SessionSettings settings, IHttpContextAccessor http)
    {
        Protect(options, settings, settings.SessionCookie);
        options.SessionStore = new CookieTickets(http);
        // Plain statuses: StockPages turns them into pages, redirects and problem details, as it does with those of the services.
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    internal static void Protect(CookieAuthenticationOptions options, SessionSettings settings, string name)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = OnlyOverTls(settings);
    }

    internal static CookieSecurePolicy OnlyOverTls(SessionSettings settings) =>
        settings.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
