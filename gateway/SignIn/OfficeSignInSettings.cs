using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.SignIn;

/// <summary>Sets up the office's own sign-in: the section <c>OfficeSignIn</c>.</summary>
internal static class OfficeSignInSettings
{
    private const string Callback = "/account/office-sign-in/callback";

    /// <summary>The address to which the office's sign-in sends people back: its handler answers before anything else here does.</summary>
    public static void MapOfficeSignIn(this IEndpointRouteBuilder app) =>
        app.MapGet(Callback, () => Results.NotFound()).ExcludeFromDescription().AllowAnonymous();

    /// <exception cref="InvalidOperationException">There is an authority and no client; the message names the setting.</exception>
    public static void AddOfficeSignIn(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!OfficeSignIn.IsOn(configuration))
            return;
        builder
            .Services.AddAuthentication()
            .AddCookie(IdentityConstants.ExternalScheme)
            .AddOpenIdConnect(
                OfficeSignIn.Scheme,
                options =>
                {
                    var session = new SessionSettings(configuration, builder.Environment);
                    foreach (var (cookie, name) in new[] { (options.CorrelationCookie, "asked."), (options.NonceCookie, "once.") })
                    {
                        cookie.Name = $"{session.OfficeCookie}-{name}";
                        cookie.Path = "/";
                        cookie.SameSite = SameSiteMode.Lax;
                        cookie.SecurePolicy = Sessions.OnlyOverTls(session);
                    }
                    options.Authority = configuration["OfficeSignIn:Authority"];
                    options.ClientId = configuration.Required("OfficeSignIn:ClientId");
                    options.ClientSecret = configuration.Required("OfficeSignIn:ClientSecret");
                    options.RequireHttpsMetadata = !configuration.GetValue("OfficeSignIn:AllowHttp", false);
                    options.SignInScheme = IdentityConstants.ExternalScheme;
                    options.CallbackPath = Callback;
                    options.ResponseType = OpenIdConnectResponseType.Code;
                    // Its answer comes back by a link, so that cookies that other sites' forms do not bring are there.
                    options.ResponseMode = OpenIdConnectResponseMode.Query;
                    options.UsePkce = true;
                    options.MapInboundClaims = false;
                    options.GetClaimsFromUserInfoEndpoint = true;
                    options.SaveTokens = false;
                    options.TimeProvider = TimeProvider.System;
                    options.Scope.Clear();
                    foreach (var scope in (string[])["openid", "profile", "email"])
                        options.Scope.Add(scope);
                    options.Events.OnRemoteFailure = context =>
                    {
                        context.HandleResponse();
                        context.Response.Redirect("/account/office-sign-in?failed=true");
                        return Task.CompletedTask;
                    };
                }
            );
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme)
            .Configure<SessionSettings>(
                (options, settings) =>
                {
                    Sessions.Protect(options, settings, settings.OfficeCookie);
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                }
            );
    }
}
