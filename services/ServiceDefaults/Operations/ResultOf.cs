namespace Platform.ServiceDefaults.Operations;

/// <summary>An expected answer of an operation that returns something: the thing, or why there is none.</summary>
/// <typeparam name="T">What it returns.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, Result outcome) => (this.value, Outcome) = (value, outcome);

    /// <summary>Done, or why not.</summary>
    public Result Outcome { get; }

    /// <summary>Whether there is a <see cref="Value"/>.</summary>
    public bool IsDone => Outcome.IsDone;

    /// <summary>The thing.</summary>
    /// <exception cref="InvalidOperationException">It was not done: <see cref="Outcome"/> says why.</exception>
    public T Value => IsDone ? value! : throw new InvalidOperationException($"There is none: {Outcome}");

    /// <summary>Done, with the thing.</summary>
    public static implicit operator Result<T>(T value) => new(value, Result.Done);

    /// <summary>Not done.</summary>
    /// <exception cref="ArgumentException">It was done, and the thing is missing.</exception>
    public static implicit operator Result<T>(Result refusal) =>
        refusal.IsDone ? throw new ArgumentException("What was done gives something", nameof(refusal)) : new(default, refusal);
}
