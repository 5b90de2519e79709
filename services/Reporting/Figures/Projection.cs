using MassTransit;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Reporting.Figures;

/// <summary>Fills read tables from single events or, during a rebuild, from pages of a log.</summary>
internal abstract class Projection
{
    /// <summary>Keeps what is new in these events, in whatever order they arrive and however often.</summary>
    public abstract Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken);

    /// <summary>The names of the contracts that it keeps.</summary>
    public IReadOnlyList<string> Takes => ConsumerIndex.TakenBy(GetType());
}

/// <summary>An event that a projection keeps.</summary>
internal interface IFrom<T> : IConsumer<T>
    where T : class, IEvent
{
    Task IConsumer<T>.Consume(ConsumeContext<T> context) => ((Projection)this).ApplyAsync([context.Message], context.CancellationToken);
}

internal static class ProjectionRegistration
{
    /// <summary>Registers a consumer of events that can also be given a page of a replayed log.</summary>
    public static ServiceBuilder Keeps<T>(this ServiceBuilder service)
        where T : Projection, IConsumer
    {
        service.Services.AddScoped<Projection, T>();
        return service.Consumer<T>();
    }
}
