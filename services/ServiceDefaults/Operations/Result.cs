namespace Platform.ServiceDefaults.Operations;

/// <summary>How an operation ended.</summary>
public enum ResultKind
{
    /// <summary>Done, and committed.</summary>
    Done,

    /// <summary>There is no such thing for this caller.</summary>
    NotFound,

    /// <summary>Somebody else changed the thing since the caller read it; nothing was saved.</summary>
    Stale,

    /// <summary>A rule forbids it now, whatever is typed.</summary>
    Refused,

    /// <summary>Something typed is missing or wrong; the problems say what.</summary>
    Incorrect,
}

/// <summary>One thing to put right.</summary>
/// <param name="Field">The input's property that it is about.</param>
/// <param name="Message">What to do about it, as shown beside the field.</param>
public sealed record Problem(string Field, string Message);

/// <summary>An expected answer of an operation: a broken rule is a result, not an exception.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Code">For <see cref="ResultKind.Refused"/>, the rule in kebab-case: "round-closed". The last part of the API's problem
/// type.</param>
/// <param name="Problems">What to put right; for <see cref="ResultKind.Refused"/>, the one sentence that says why.</param>
public sealed record Result(ResultKind Kind, string? Code, IReadOnlyList<Problem> Problems)
{
    /// <summary>Done.</summary>
    public static readonly Result Done = new(ResultKind.Done, null, []);

    /// <summary>No such thing.</summary>
    public static readonly Result NotFound = new(ResultKind.NotFound, null, []);

    /// <summary>Changed by somebody else.</summary>
    public static readonly Result Stale = new(ResultKind.Stale, null, []);

    /// <summary>Forbidden by a rule.</summary>
    public static Result Refused(string code, string why) => new(ResultKind.Refused, code, [new("", why)]);

    /// <summary>Done where there are no problems, <see cref="ResultKind.Incorrect"/> otherwise.</summary>
    public static Result Of(IReadOnlyList<Problem> problems) => problems.Count == 0 ? Done : new(ResultKind.Incorrect, null, problems);

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Kind == ResultKind.Done;
}
