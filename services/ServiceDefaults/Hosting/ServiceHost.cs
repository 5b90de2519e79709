using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>Starts a program of the platform.</summary>
public static class ServiceHost
{
    /// <summary>
    /// Runs a service until it is told to stop; with <c>--migrate</c>, brings its database up to date and ends; with
    /// <c>--verify-audit</c>, looks for tampering and ends, with 1 where it finds any.
    /// </summary>
    /// <exception cref="InvalidOperationException">Configuration is missing; the message names the variable.</exception>
    public static async Task RunAsync<TService>(string[] args)
        where TService : IPlatformService
    {
        await using var app = Build<TService>(args);
        if (args.Contains("--migrate"))
            await MigrateAsync(app);
        else if (args.Contains(AuditCommand.Name))
            Environment.ExitCode = await AuditCommand.RunAsync(
                app.Services,
                args.SkipWhile(a => a != "--heads").ElementAtOrDefault(1),
                Console.Out,
                Console.Error
            );
        else if (
            args is [var option, .. var rest]
            && app.Services.GetKeyedService<Func<IServiceProvider, string[], Task<int>>>(option) is { } run
        )
            Environment.ExitCode = await run(app.Services, rest);
        else
            await app.RunAsync();
    }

    /// <summary>Builds a service without starting it.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">Changes configuration, or registers a clock or transport before the defaults: for the standalone demonstration
    /// and the tests.</param>
    public static WebApplication Build<TService>(string[] args, Action<WebApplicationBuilder>? adjust = null)
        where TService : IPlatformService
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ApplicationName = typeof(TService).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Configuration.AddSecretFiles();
        builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
        // A failed command or save is thrown, and logged by whoever did not expect it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        if (args.Contains(AuditCommand.Name))
            builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        adjust?.Invoke(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry(TService.Name);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(CallerTokens.Read);
        var service = new ServiceBuilder(TService.Name, builder);
        TService.Configure(service);
        service.AddMessaging();

        var app = builder.Build();
        app.MapHealth();
        TService.Map(app);
        ActTable.Check(app);
        return app;
    }

    /// <summary>Brings the service's database up to date. It can be run again, and by several replicas at once.</summary>
    /// <exception cref="InvalidOperationException">Another version of the program has made it; the message says what to do.</exception>
    public static async Task MigrateAsync(WebApplication app)
    {
        await using var migrating = app.Services.CreateAsyncScope();
        var db = migrating.ServiceProvider.GetRequiredService<DbContext>();
        var database = db.Database;
        var serving = new NpgsqlConnectionStringBuilder(app.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);
        var owning = app.Configuration["ConnectionStrings:Migrations"] is { Length: > 0 } migrations
            ? new NpgsqlConnectionStringBuilder(migrations) { SearchPath = serving.SearchPath }
            : null;
        await using var owner = owning is null ? null : Tls.Database(app.Configuration, owning).Build();
        if (owner is not null)
            database.SetDbConnection(owner.CreateConnection(), contextOwnsConnection: true);
        if ((await database.GetAppliedMigrationsAsync()).Except(database.GetMigrations()).FirstOrDefault() is { } unknown)
            throw new InvalidOperationException(
                $"The database of {app.Environment.ApplicationName} was made by another version of the platform ({unknown}). Start that "
                    + "version, or give this one an empty database: ./run keeps its own in its data folder, so delete that."
            );
        await database.MigrateAsync();
        await RowSecurity.ApplyAsync(db, serving.Username!, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var act in scope.ServiceProvider.GetServices<Action<IServiceProvider>>())
            act(scope.ServiceProvider);
    }
}
