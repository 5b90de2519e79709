using Platform.Contracts;

namespace Platform.Forms.History;

/// <summary>The words for each event in the history of a kind of form, and the note beside it.</summary>
/// <typeparam name="TDetails">The state that the events carry.</typeparam>
public sealed class EventWords<TDetails>
    where TDetails : notnull
{
    private readonly Dictionary<Type, (Func<Event<TDetails>, string> What, Func<Event<TDetails>, string> Note)> words = [];

    /// <summary>The contracts that have words.</summary>
    public IReadOnlyCollection<Type> Told => words.Keys;

    /// <summary>Gives a contract its words.</summary>
    /// <param name="what">What happened: "Bid submitted".</param>
    /// <param name="note">What was said to it; empty for nothing.</param>
    public EventWords<TDetails> On<TEvent>(Func<TEvent, string> what, Func<TEvent, string>? note = null)
        where TEvent : Event<TDetails>
    {
        words.Add(typeof(TEvent), (happened => what((TEvent)happened), happened => note?.Invoke((TEvent)happened) ?? ""));
        return this;
    }

    /// <summary>What happened.</summary>
    /// <exception cref="KeyNotFoundException">The contract has no words.</exception>
    public string What(Event<TDetails> happened) => words[happened.GetType()].What(happened);

    /// <summary>What was said to it; empty for nothing.</summary>
    /// <exception cref="KeyNotFoundException">The contract has no words.</exception>
    public string Note(Event<TDetails> happened) => words[happened.GetType()].Note(happened);
}
