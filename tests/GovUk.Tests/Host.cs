using System.Security.Claims;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.GovUk.Tests.Components;
using Xunit;

[assembly: AssemblyFixture(typeof(Platform.GovUk.Tests.Host))]

namespace Platform.GovUk.Tests;

/// <summary>A real service with the pages of this project. Who is signed in is told by the header "Test-Roles".</summary>
public sealed class Host : IAsyncLifetime
{
    private readonly WebApplication app = Build();

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(app.Urls.Single()) };
    }

    public async Task<IDocument> GetAsync(string path, string? roles = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (roles is not null)
            request.Headers.Add("Test-Roles", roles);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await PageOfAsync(response);
    }

    public async Task<IDocument> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Client.PostAsync(path, form, TestContext.Current.CancellationToken);
        return await PageOfAsync(response);
    }

    private static async Task<IDocument> PageOfAsync(HttpResponseMessage response)
    {
        var content = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, content);
        return Dom.ParsePage(content);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "GovUk.Tests", EnvironmentName = "Development" }
        );
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Demonstration:Banner", "true")]);
        builder.Services.AddRazorPages(o => o.RootDirectory = "/");
        builder.Services.AddSingleton<TimeProvider>(new Stopped());
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers["Test-Roles"].ToString() is { Length: > 0 } roles)
                    context.User = new(
                        new ClaimsIdentity(
                            [new(ClaimTypes.Name, "Ann O'Neill"), .. roles.Split(',').Select(role => new Claim(ClaimTypes.Role, role))],
                            "test"
                        )
                    );
                return next(context);
            }
        );
        app.Urls.Add("http://127.0.0.1:0");
        app.MapRazorPages();
        app.MapGovUkAssets();
        return app;
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 8, 5, 0, TimeSpan.Zero);
    }
}
