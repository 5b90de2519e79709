using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Profiles;

/// <summary>A partnership's priorities for a period. A bid uses the profile for the day on which its round's delivery begins.</summary>
internal sealed class ProblemProfile : Aggregate, IOfPartnership
{
    private ProblemProfile() { }

    public Partnership Partnership { get; private init; } = null!;

    /// <summary>The first day that it is for.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day that it is for.</summary>
    public DateOnly To { get; private set; }

    /// <summary>What the partnership has found to matter most.</summary>
    public IReadOnlyList<Priority> Priorities { get; private set; } = [];

    /// <param name="partnership">Whose it is.</param>
    /// <param name="answers">What it says.</param>
    /// <param name="others">The partnership's other profiles.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="at">When.</param>
    /// <param name="id">Created with the page, so that pressing twice writes one profile.</param>
    public static Result<ProblemProfile> Write(
        Partnership partnership,
        ProfileAnswers answers,
        IEnumerable<ProblemProfile> others,
        Person by,
        DateTimeOffset at,
        Guid? id = null
    )
    {
        var typed = answers.Tidied();
        if (Problems(partnership, typed, others) is { Count: > 0 } problems)
            return Result.Of(problems);
        var profile = new ProblemProfile { Id = id ?? Guid.CreateVersion7(), Partnership = partnership };
        profile.Take(typed, by, at);
        return profile;
    }

    public Result Change(ProfileAnswers answers, IEnumerable<ProblemProfile> others, int readVersion, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        if (Problems(Partnership, typed, others) is { Count: > 0 } problems)
            return Result.Of(problems);
        if (JsonColumn.Same(typed, Answers))
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        Take(typed, by, at);
        return Result.Done;
    }

    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>The priority's name as the profile spells it; null where the profile has none of that name.</summary>
    public string? Find(string name) =>
        Priorities.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.Name;

    public ProfileAnswers Answers => new(From, To, Priorities);

    public ProfileDetails Details => new(Partnership, From, To, Priorities);

    /// <summary>"1 April 2025 to 31 March 2026"</summary>
    public string Period => $"{London.Plain(From)} to {London.Plain(To)}";

    private static List<Problem> Problems(Partnership partnership, ProfileAnswers typed, IEnumerable<ProblemProfile> others)
    {
        var problems = typed.Problems().ToList();
        if (problems.Count == 0 && others.FirstOrDefault(o => o.From <= typed.To && typed.From <= o.To) is { } other)
            problems.Add(
                new(nameof(From), $"{partnership.Name} has a Problem Profile for {other.Period}. Enter a period that has no day of it")
            );
        return problems;
    }

    private void Take(ProfileAnswers typed, Person by, DateTimeOffset at)
    {
        From = typed.From;
        To = typed.To;
        Priorities = typed.Priorities!;
        Raise(v => new ProfileChanged(Id, v, at, by, Details));
    }
}
