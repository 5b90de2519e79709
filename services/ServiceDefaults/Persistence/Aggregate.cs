using Platform.Contracts;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>A thing with rules. It changes only by raising events, each of which is its next version.</summary>
public interface IAggregate
{
    /// <summary>Identifies it in its log.</summary>
    Guid Id { get; }

    /// <summary>How many events it has raised. A concurrency token: of two savers of one version, the second is refused.</summary>
    int Version { get; }

    /// <summary>Hands over the events raised since they were last taken.</summary>
    IReadOnlyList<IEvent> TakeRaised();
}

/// <inheritdoc cref="IAggregate"/>
public abstract class Aggregate : IAggregate
{
    private readonly List<IEvent> raised = [];

    /// <inheritdoc/>
    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Raises the event that <paramref name="make"/> gives for the thing's next version.</summary>
    protected void Raise(Func<int, IEvent> make) => raised.Add(make(++Version));

    /// <inheritdoc/>
    public IReadOnlyList<IEvent> TakeRaised()
    {
        IReadOnlyList<IEvent> taken = [.. raised];
        raised.Clear();
        return taken;
    }
}

/// <summary>A thing that belongs to one partnership. A partner's queries never see another's.</summary>
public interface IOfPartnership
{
    /// <summary>The partnership that owns it.</summary>
    Partnership Partnership { get; }
}
