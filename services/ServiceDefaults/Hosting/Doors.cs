using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Operations;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>A service's two doors: Razor pages and a JSON API. Both trust the caller token alone.</summary>
public static class Doors
{
    /// <summary>The most things that one answer of the API lists; a link leads to the next page.</summary>
    public const int ApiPage = 100;

    /// <summary>Registers both doors. Every page and endpoint needs a caller unless it says otherwise.</summary>
    public static ServiceBuilder PagesAndApi(this ServiceBuilder service)
    {
        service.Services.AddCallers(service.Name, service.Configuration);
        service.Services.AddLimits(service.Configuration);
        // A service protects nothing: it has no cookies, and no keys.
        service.Services.AddDataProtection().UseEphemeralDataProtectionProvider().DisableAutomaticKeyGeneration();
        service.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        service.Services.AddProblemDetails(o => o.CustomizeProblemDetails = ReadableRequestsOnly.Explain);
        service.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        service.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            // A misspelt field would empty what it was meant to fill.
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });
        service.Services.AddOpenApi(o => ApiDescription.Describe(o, service.Name));
        AddPages(service.Services);
        return service;
    }

    /// <summary>Registers Razor pages, the same way in every program.</summary>
    public static void AddPages(IServiceCollection services)
    {
        services
            .AddRazorPages(o =>
            {
                o.RootDirectory = "/";
                o.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            })
            .AddMvcOptions(o =>
            {
                o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                o.Filters.Add<NoNulInForms>();
                o.Filters.Add<HandledRequestsOnly>();
                o.Filters.Add<SayWhatWasDone>();
            });
        services.AddSingleton<ITagHelperInitializer<FormTagHelper>, NoTokenField>();
    }

    /// <summary>Maps pages and the OpenAPI document; the service maps its API beside it.</summary>
    public static void MapPagesAndApi(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                StatusCodeSelector = ReadableRequestsOnly.StatusOf,
                SuppressDiagnosticsCallback = context =>
                    ReadableRequestsOnly.StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
            }
        );
        // A request refused before it reaches an endpoint has an empty answer: the API adds problem details, the gateway shows browsers a
        // page.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
        app.UseMiddleware<ReadableRequestsOnly>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseMiddleware<NoNulInJson>();
        app.UseMiddleware<KnownParametersOnly>();
        app.UseMiddleware<KeepAnswers>();
        app.MapRazorPages();
        app.MapOpenApi("/openapi.json").AllowAnonymous();
        app.MapSubjectAccess();
    }

    /// <summary>How the platform writes JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    // The gateway refuses unsafe requests from other sites, so forms need no token that could go stale while somebody types (docs/decisions
    // 5).
    private sealed class NoTokenField : ITagHelperInitializer<FormTagHelper>
    {
        public void Initialize(FormTagHelper helper, ViewContext context) => helper.Antiforgery = false;
    }
}
