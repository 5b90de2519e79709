using System.Text.RegularExpressions;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Hosting;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>Puts a service on the bus.</summary>
public static partial class MessagingRegistration
{
    /// <summary>A service's queue for a consumer: <c>notifications-bid-submitted</c> for <c>BidSubmittedConsumer</c>.</summary>
    public static string QueueName(string service, Type consumer) =>
        service
        + WordStart()
            .Replace(consumer.Name.EndsWith("Consumer", StringComparison.Ordinal) ? consumer.Name[..^8] : consumer.Name, "-$0")
            .ToLowerInvariant();

    /// <summary>
    /// Registers MassTransit over RabbitMQ (<c>RabbitMq:Host</c>, <c>Port</c>, <c>VirtualHost</c>, <c>User</c>, <c>Password</c>), or in
    /// memory if the host program registered an <see cref="InProcessTransport"/>. <c>RabbitMq:Tls</c> says that the broker
    /// is asked over TLS, <c>RabbitMq:ServerName</c> what its certificate is for, where that is not its host.
    /// </summary>
    /// <exception cref="InvalidOperationException">A RabbitMQ setting is missing.</exception>
    internal static void AddMessaging(this ServiceBuilder service)
    {
        // A program without a database has no log that is asked for, and no message that could fail.
        if (service.Services.Any(s => s.ServiceType == typeof(DbContext)))
        {
            service.Consumer<FailureSettledConsumer>().Consumer<ReplayRequestedConsumer>().Consumer<AuditMendingNotedConsumer>();
            service.Services.AddHealthChecks().AddCheck<FailedMessagesCheck>("failed-messages", HealthStatus.Degraded, ["ready"]);
        }
        service.Services.AddSingleton(new ServiceName(service.Name));
        var inProcess = service.Services.Any(s => s.ServiceType == typeof(InProcessTransport));
        // MassTransit hands one host's logger to the next that the same flow builds, even when the first host is gone.
        LogContext.Current = null;
        service.Services.Configure<MassTransitHostOptions>(o =>
        {
            o.StopTimeout = TimeSpan.FromSeconds(15);
            // Then a consumer that waits for the database gives its message back.
            o.ConsumerStopTimeout = TimeSpan.FromSeconds(5);
        });
        if (inProcess)
        {
            service.Services.AddMassTransit(bus =>
                bus.AddConsumers(service).UsingInMemory((context, configure) => Endpoints(service, context, configure, _ => { }))
            );
            service.Services.AddSingleton<Transport>(s => s.GetRequiredService<InProcessTransport>());
            service.Services.AddHostedService<InProcessBus>();
        }
        else
        {
            var broker = Broker(service.Configuration);
            service.Services.AddMassTransit(bus =>
                bus.AddConsumers(service)
                    .UsingRabbitMq(
                        (context, configure) =>
                        {
                            configure.Host(
                                broker.HostName,
                                (ushort)broker.Port,
                                broker.VirtualHost,
                                host =>
                                {
                                    host.Username(broker.UserName);
                                    host.Password(broker.Password);
                                    host.PublisherConfirmation = true;
                                    host.Heartbeat(TimeSpan.FromSeconds(15));
                                    host.OnRefreshConnectionFactory = factory =>
                                    {
                                        factory.SocketFactory = BrokerSocket.Create;
                                        factory.Ssl = broker.Ssl;
                                        return Task.CompletedTask;
                                    };
                                }
                            );
                            Endpoints(
                                service,
                                context,
                                configure,
                                endpoint =>
                                {
                                    endpoint.SetQuorumQueue();
                                    // From RabbitMQ 4 on, a message is dropped that comes back for the 21st time, and during an outage of
                                    // the database each comes back again and again.
                                    endpoint.SetQueueArgument("x-delivery-limit", 1_000_000);
                                    endpoint.ConfigureChannel(channel => channel.UseFilter(new OneAtATime()));
                                }
                            );
                        }
                    )
            );
            service.Services.AddReceiveObserver<LostBrokerObserver>();
            service.Services.AddSingleton<Transport, RabbitMqTransport>();
            service.Services.AddSingleton(broker);
            service.Services.AddSingleton<BrokerCheck>();
            service.Services.AddHealthChecks().AddCheck<BrokerCheck>("broker", HealthStatus.Unhealthy, ["ready"]);
            service.Services.AddSingleton<BusWatch>();
            service.Services.AddHostedService(services => services.GetRequiredService<BusWatch>());
            service.Services.AddHealthChecks().AddCheck<BusWatch>("queues", HealthStatus.Unhealthy, ["live"]);
            service.Services.AddHostedService<SetAside>();
        }
        service.Services.AddSingleton(
            new ConsumerIndex(service.Consumers.ToDictionary(c => QueueName(service.Name, c), ConsumerIndex.TakenBy))
        );
    }

    internal static ConnectionFactory Broker(IConfiguration configuration)
    {
        var (host, isTls) = (configuration["RabbitMq:Host"] ?? "127.0.0.1", configuration.GetValue<bool>("RabbitMq:Tls"));
        Tls.Require(configuration, "RabbitMq:Host", host, isTls, "Set RabbitMq:Tls=true, and Tls:Ca where the authority is your own");
        return new()
        {
            HostName = host,
            Port = configuration.GetValue("RabbitMq:Port", isTls ? 5671 : 5672),
            VirtualHost = configuration["RabbitMq:VirtualHost"] ?? "/",
            UserName = configuration.Required("RabbitMq:User"),
            Password = configuration.Required("RabbitMq:Password"),
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = TimeSpan.FromSeconds(3),
            Ssl = new()
            {
                Enabled = isTls,
                ServerName = configuration["RabbitMq:ServerName"] ?? host,
                CertificateValidationCallback = Tls.Check(configuration),
            },
        };
    }

    private static IBusRegistrationConfigurator AddConsumers(this IBusRegistrationConfigurator bus, ServiceBuilder service)
    {
        // It would report hosts and queues to its makers.
        bus.DisableUsageTelemetry();
        foreach (var consumer in service.Consumers)
            bus.AddConsumer(consumer);
        return bus;
    }

    private static void Endpoints<TEndpoint>(
        ServiceBuilder service,
        IBusRegistrationContext context,
        IBusFactoryConfigurator<TEndpoint> configure,
        Action<TEndpoint> adjust
    )
        where TEndpoint : IReceiveEndpointConfigurator
    {
        // A type that contracts derive from is not a message, and needs no exchange.
        foreach (var shared in EventTypes.Shared)
            configure.PublishTopology.GetMessageTopology(shared).Exclude = true;
        foreach (var consumer in service.Consumers)
        {
            configure.ReceiveEndpoint(
                QueueName(service.Name, consumer),
                endpoint =>
                {
                    adjust(endpoint);
                    endpoint.PrefetchCount = 32;
                    endpoint.ConcurrentMessageLimit = 8;
                    // Nobody consumes faults, because a failed message is kept; and publishing one would make a consumer wait for the
                    // broker (Transport.Patience).
                    endpoint.PublishFaults = false;
                    // Longer than most outages, and shorter than the half hour after which RabbitMQ closes a channel that acknowledges
                    // nothing. Then the message goes back to its queue. All that an endpoint may handle at once waits: it takes no more.
                    endpoint.UseMessageRetry(retry =>
                    {
                        retry.Exponential(40, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));
                        retry.Handle<Exception>(DatabaseAway.Caused);
                    });
                    endpoint.UseMessageRetry(retry =>
                    {
                        retry.Exponential(6, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(200));
                        retry.Ignore<BrokerAwayException>();
                        retry.Ignore<Exception>(DatabaseAway.Caused);
                    });
                    endpoint.UseConsumeFilter(typeof(OnceFilter<>), context);
                    endpoint.ConfigureError(failed =>
                    {
                        failed.UseFilter(ActivatorUtilities.CreateInstance<KeepFailedMessage>(context, service.Name));
                        failed.UseFilter(new ErrorTransportFilter());
                    });
                    endpoint.ConfigureConsumer(context, consumer);
                }
            );
        }
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex WordStart();
}

/// <summary>A service's queues, each with the contracts it takes.</summary>
/// <param name="Queues">Contract names by queue.</param>
public sealed record ConsumerIndex(IReadOnlyDictionary<string, string[]> Queues)
{
    /// <summary>The names of the contracts that a consumer takes.</summary>
    public static string[] TakenBy(Type consumer) =>
        [
            .. consumer
                .GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
                .Select(i => i.GetGenericArguments()[0].Name),
        ];
}

/// <summary>The name of the service whose process, or part of one, this is.</summary>
/// <param name="Value">"bids".</param>
public sealed record ServiceName(string Value);
