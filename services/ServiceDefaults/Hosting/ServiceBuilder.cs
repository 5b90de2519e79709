using MassTransit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>Registers what a service has, one line each.</summary>
/// <param name="name">The service's name.</param>
/// <param name="builder">The web application under construction.</param>
public sealed class ServiceBuilder(string name, WebApplicationBuilder builder)
{
    private readonly List<Type> consumers = [];

    /// <summary>The service's name: "bids".</summary>
    public string Name => name;

    /// <summary>The container.</summary>
    public IServiceCollection Services => builder.Services;

    /// <summary>The configuration.</summary>
    public IConfigurationManager Configuration => builder.Configuration;

    /// <summary>The web application under construction.</summary>
    public WebApplicationBuilder Web => builder;

    /// <summary>The consumers that were registered.</summary>
    internal IReadOnlyList<Type> Consumers => consumers;

    /// <summary>
    /// Registers the service's database (<c>ConnectionStrings:Database</c>) with its event log, and the sender that publishes from it.
    /// Its tables belong to the login of <c>ConnectionStrings:Migrations</c>, where there is one.
    /// </summary>
    /// <param name="schema">A second schema beside <c>public</c>; SQL need not name it.</param>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public ServiceBuilder Database<TContext>(string? schema = null)
        where TContext : DbContext
    {
        var connection = new NpgsqlConnectionStringBuilder(Configuration.Required("ConnectionStrings:Database"));
        if (schema is not null)
            connection.SearchPath = $"public, {schema}";
        var source = Tls.Database(Configuration, connection);
        source.Name = name;
        Services.AddSingleton(_ => source.Build());
        Services.AddSingleton<EventLogSignal>();
        Services.AddSingleton<EventLogInterceptor>();
        Services.AddDbContext<TContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                    .AddInterceptors(provider.GetRequiredService<EventLogInterceptor>(), new OwnerOnConnection())
        );
        Services.AddScoped<DbContext>(provider => provider.GetRequiredService<TContext>());
        Services.AddHostedService<EventLogSender>();
        Services
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, ["ready"])
            .AddCheck<AuditCheck>("audit", HealthStatus.Degraded, ["ready"]);
        Services.AddScoped<HeadsFile>().AddScoped<VerifyAudit>().AddScoped<KeepFindings>();
        Services.AddSingleton<AccessCounts>().AddScoped<NoteAccess>();
        Services.AddSingleton<IAuthorizationMiddlewareResultHandler, NoteAtTheDoor>();
        // Now, so that a program that does not know how long to keep something does not start.
        Services.AddSingleton(KeepingTable.Read(Configuration["Keeping:File"]));
        Services.AddScoped<ForgetPersonal>().AddScoped<FindSubject>();
        return Job<TakeHead>().Job<SayCounted>().Job<ForgetAccessNotes>().Job<ForgetFailedMessages>().Job<ForgetKeptAnswers>();
    }

    /// <summary>Does something once the database is up to date, before any replica starts. It can be done again.</summary>
    public void AfterMigration(Action<IServiceProvider> act) => Services.AddSingleton(act);

    /// <summary>Registers something that is done on the server instead of serving: <c>--make-administrator</c>.</summary>
    /// <param name="option">The option.</param>
    /// <param name="run">Does it, with the rest of the command line; gives the exit code.</param>
    public ServiceBuilder Command(string option, Func<IServiceProvider, string[], Task<int>> run)
    {
        Services.AddKeyedSingleton(option, run);
        return this;
    }

    /// <summary>Registers an operation: one write, one transaction.</summary>
    public ServiceBuilder Operation<TOperation>()
        where TOperation : class
    {
        Services.AddScoped<TOperation>();
        return this;
    }

    /// <summary>Registers a reader: what several pages, endpoints or operations read alike.</summary>
    public ServiceBuilder Reader<TReader>()
        where TReader : class
    {
        Services.AddScoped<TReader>();
        return this;
    }

    /// <summary>Registers what the service checks of its own rows when it looks for tampering.</summary>
    public ServiceBuilder Audited<TCheck>()
        where TCheck : class, IAuditCheck
    {
        Services.AddScoped<IAuditCheck, TCheck>();
        return this;
    }

    /// <summary>Registers what the service says of somebody who asks what is held about them.</summary>
    public ServiceBuilder Holds<THeld>()
        where THeld : class, IHoldsPeople
    {
        Services.AddScoped<IHoldsPeople, THeld>();
        return this;
    }

    /// <summary>Registers a consumer. Its queue is named after the service and the consumer, without "Consumer", in kebab case.</summary>
    public ServiceBuilder Consumer<TConsumer>()
        where TConsumer : class, IConsumer
    {
        consumers.Add(typeof(TConsumer));
        return this;
    }

    /// <summary>Registers a job that runs again and again: see <see cref="ISweep"/>.</summary>
    public ServiceBuilder Job<TSweep>()
        where TSweep : class, ISweep
    {
        Services.AddScoped<TSweep>();
        Services.AddHostedService<SweepRunner<TSweep>>();
        return this;
    }
}
