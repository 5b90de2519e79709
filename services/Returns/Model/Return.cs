using Platform.Contracts;
using Platform.Returns.Model.Answers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Model;

/// <summary>
/// What a partnership owes for one grant and one quarter. Return.Lifecycle.cs has what happens to it once it is filled in, Return.Schedule.cs where it comes
/// from, Return.Chasing.cs how it is asked for.
/// </summary>
internal sealed partial class Return : Aggregate, IOfPartnership
{
    private Return() { }

    public Guid GrantId { get; private init; }
    public string GrantReference { get; private init; } = "";
    public string Programme { get; private init; } = "";
    public string Title { get; private set; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public Quarter Quarter { get; private init; }
    public IReadOnlyList<Intervention> Interventions { get; private set; } = [];

    /// <summary>What others promised, as the grant has it.</summary>
    public IReadOnlyList<MatchLine> MatchPromised { get; private set; } = [];
    public ReturnState State { get; private set; }
    public IReadOnlyList<ReturnLine> Lines { get; private set; } = [];
    public ReturnOverall Overall { get; private set; } = new();
    public string NilReason { get; private set; } = "";

    /// <summary>When each part was last saved, by <see cref="PartAnswers.Part"/>.</summary>
    public IReadOnlyDictionary<string, SavedPart> Parts { get; private set; } = new Dictionary<string, SavedPart>();

    public ReturnContent Content => new(Lines, Overall, NilReason);

    /// <summary>Who last saved a part.</summary>
    public Person? PreparedBy => Parts.Count == 0 ? null : Parts.Values.MaxBy(p => p.Version)!.By;

    public ReturnDetails Details => new(
        GrantId, GrantReference, Programme, Title, Partnership, Quarter, OpensOn, DueOn, State, Lines, FirstSubmittedAt, WorkingDaysLate)
    {
        Overall = Overall, NilReason = NilReason, SentBack = SentBack, FirstDueOn = FirstDueOn, Chasing = Chasing, PausedUntil = PausedUntil,
        PaymentHeld = PaymentHeld, NamedToBoard = NamedToBoard, SubmittedAt = SubmittedAt, Hash = Hash, AcceptedAt = AcceptedAt,
    };

    /// <summary>Whether the office still waits for it to come in for the first time.</summary>
    public bool IsOwed => FirstSubmittedAt is null && State != ReturnState.NotRequired;

    public bool IsOverdue(DateOnly today) => IsOwed && today > DueOn;

    public ReturnLine? Line(Guid intervention) => Lines.FirstOrDefault(l => l.InterventionId == intervention);

    public void Open(DateTimeOffset at)
    {
        if (State != ReturnState.Scheduled || at < OpensAt) return;
        // The chasing job then looks at it, and finds the day of its first rung.
        (State, NextChaseAt) = (ReturnState.Open, at);
        Raise(v => new ReturnOpened(Id, v, at, Person.Platform, Details));
    }

    /// <summary>
    /// Saves one page's answers. Stale is who read that part before somebody else's save of it: a colleague's save of another part, or a reminder, costs
    /// nobody their typing.
    /// </summary>
    /// <param name="answers">What was typed.</param>
    /// <param name="figures">What the grant's other returns say.</param>
    /// <param name="programme">The office's rules for it.</param>
    /// <param name="readVersion">The return's version that was read.</param>
    /// <param name="by">Who saves.</param>
    /// <param name="at">When the request arrived.</param>
    public Result Save(PartAnswers answers, GrantFigures figures, Programme programme, int readVersion, Person by, DateTimeOffset at) =>
        Save([("", answers)], figures, programme, readVersion, by, at);

    /// <summary>Saves several parts together, or none of them: the fields of their problems begin with where each stands.</summary>
    public Result Save(IReadOnlyList<(string Place, PartAnswers Answers)> parts, GrantFigures figures, Programme programme, int readVersion, Person by, DateTimeOffset at)
    {
        foreach (var (_, answers) in parts)
        {
            if (MayChange(answers.Section, at) is { IsDone: false } refused) return refused;
            if (!answers.IsIn(this)) return Result.NotFound;
        }
        var (stored, problems, saved) = (Version, new List<Problem>(), new Dictionary<string, SavedPart>(Parts));
        Open(at);
        foreach (var (place, answers) in parts)
        {
            if (answers.Problems(this, figures, programme) is { Count: > 0 } wrong)
            {
                problems.AddRange(place.Length == 0 ? wrong : wrong.Select(p => p with { Field = $"{place}.{p.Field}" }));
                continue;
            }
            var content = answers.Apply(Content, this);
            // Who saves what a colleague entered vouches for it from then on.
            if (JsonColumn.Same(content, Content) && Parts.GetValueOrDefault(answers.Part)?.By.UserId == by.UserId) continue;
            if (readVersion > stored || IsStale(answers, readVersion)) return Result.Stale;
            (Lines, Overall, NilReason) = (content.Lines, content.Overall, content.NilReason);
            saved[answers.Part] = new(Version + 1, by, at);
        }
        if (problems.Count > 0) return Result.Of(problems);
        if (saved.Values.Any(p => p.Version > Version)) Saved(saved, by, at);
        return Result.Done;
    }

    /// <summary>A change, also one beside the content, such as a file: it counts as a save of its part.</summary>
    public void Saved(string part, Person by, DateTimeOffset at)
    {
        Open(at);
        Saved(new Dictionary<string, SavedPart>(Parts) { [part] = new(Version + 1, by, at) }, by, at);
    }

    private void Saved(Dictionary<string, SavedPart> parts, Person by, DateTimeOffset at)
    {
        Parts = parts;
        (State, ReadyAt) = (WhileWritten, null);
        Raise(v => new ReturnSaved(Id, v, at, by, Details));
    }

    // "Nothing to report" concerns every part: neither it nor what a colleague reports is undone unseen.
    private bool IsStale(PartAnswers answers, int readVersion) => LastSaved(answers.Part)?.Version > readVersion || (answers.Section == ReturnSections.Nil
        ? Parts.Values.Any(p => p.Version > readVersion) : NilReason.Length > 0 && Parts.GetValueOrDefault(ReturnSections.Nil)?.Version > readVersion);

    /// <summary>When a part was last saved, or the whole that it is of, or something in it.</summary>
    public SavedPart? LastSaved(string part) => Parts
        .Where(p => p.Key == part || p.Key.StartsWith(part + "/", StringComparison.Ordinal) || part.StartsWith(p.Key + "/", StringComparison.Ordinal))
        .Select(p => p.Value).MaxBy(p => p.Version);

    /// <summary>Whether that section may be changed now by its partnership.</summary>
    public Result MayChange(string section, DateTimeOffset at) => State switch
    {
        ReturnState.Submitted => Result.Refused("already-submitted", "This return has been submitted and can no longer be changed"),
        ReturnState.Accepted => Result.Refused("accepted", "This return has been accepted. Correct its figures in the next return"),
        ReturnState.NotRequired => Result.Refused("not-required", "This return is not required"),
        _ when at < OpensAt => Result.Refused("return-not-open", $"This return opens on {London.WithWeekday(OpensOn)}"),
        // Where the office does not take "nothing to report", everything can be reported.
        _ when SentBack.Count > 0 && SentBack.All(n => n.Section != section && n.Section != ReturnSections.Nil) =>
            Result.Refused("section-not-sent-back", $"{ReturnSections.Name(this, section)} was not sent back, and stays as it was submitted"),
        _ => Result.Done,
    };

    // What was sent back stays so until it is handed over again.
    private ReturnState WhileWritten => SentBack.Count > 0 ? ReturnState.SentBack : ReturnState.InProgress;
}

/// <summary>What a partnership writes into a return.</summary>
internal sealed record ReturnContent(IReadOnlyList<ReturnLine> Lines, ReturnOverall Overall, string NilReason);

/// <summary>When a part of a return was last saved, and by whom.</summary>
/// <param name="Version">The return's version then.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When.</param>
internal sealed record SavedPart(int Version, Person By, DateTimeOffset At);
