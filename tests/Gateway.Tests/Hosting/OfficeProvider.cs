using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Platform.Gateway.Tests.Hosting;

/// <summary>An office's own sign-in, by OpenIddict: whoever comes is the person that a test has named, and is asked for nothing.</summary>
internal sealed class OfficeProvider : IAsyncDisposable
{
    public const string ClientId = "funding";
    public const string ClientSecret = "what the office gave the platform";

    private readonly WebApplication app;

    private OfficeProvider(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>What it says about whoever comes next.</summary>
    public (string Subject, string? Email, bool IsVerified, bool UsedMfa) Says { get; set; }

    public static async Task<OfficeProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls", "http://127.0.0.1:0"] });
        builder.Logging.ClearProviders();
        OfficeProvider? started = null;
        builder
            .Services.AddOpenIddict()
            .AddServer(options =>
            {
                options.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").SetUserInfoEndpointUris("userinfo");
                options.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
                options.UseAspNetCore().DisableTransportSecurityRequirement();
                options.On<ValidateAuthorizationRequestContext>(context =>
                {
                    if (context.ClientId != ClientId)
                        context.Reject(Errors.InvalidClient);
                });
                options.On<ValidateTokenRequestContext>(context =>
                {
                    if ((context.ClientId, context.ClientSecret) != (ClientId, ClientSecret))
                        context.Reject(Errors.InvalidClient);
                });
                options.On<HandleAuthorizationRequestContext>(context => context.SignIn(started!.Person()));
                options.On<HandleUserInfoRequestContext>(context =>
                {
                    context.Email = context.AccessTokenPrincipal.GetClaim(Claims.Email);
                    context.EmailVerified = context.AccessTokenPrincipal.GetClaim(Claims.EmailVerified) is "true";
                });
            });
        var app = builder.Build();
        app.UseAuthentication();
        started = new(app);
        await app.StartAsync();
        return started;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private ClaimsPrincipal Person()
    {
        var identity = new ClaimsIdentity("office");
        identity.SetClaim(Claims.Subject, Says.Subject);
        identity.SetClaim(Claims.Email, Says.Email);
        identity.SetClaim(Claims.EmailVerified, Says.IsVerified);
        if (Says.UsedMfa)
            identity.SetClaims(Claims.AuthenticationMethodReference, ["pwd", "mfa"]);
        identity.SetScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        identity.SetDestinations(_ => [Destinations.IdentityToken, Destinations.AccessToken]);
        return new(identity);
    }
}

internal static class OfficeProviderOptions
{
    public static void On<TContext>(this OpenIddictServerBuilder options, Action<TContext> act)
        where TContext : BaseContext =>
        options.AddEventHandler<TContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                act(context);
                return ValueTask.CompletedTask;
            })
        );
}
