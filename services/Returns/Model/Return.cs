using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Model;

/// <summary>What a partnership owes for one grant and one quarter.</summary>
internal sealed partial class Return : Aggregate, IOfPartnership
{
    private Return() { }

    public Guid GrantId { get; private init; }
    public string GrantReference { get; private init; } = "";
    public string Programme { get; private init; } = "";
    public string Title { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public Quarter Quarter { get; private init; }
    public IReadOnlyList<Intervention> Interventions { get; private init; } = [];
    public DateTimeOffset ScheduledAt { get; private init; }
    public DateOnly OpensOn { get; private init; }

    /// <summary>The first instant of <see cref="OpensOn"/> in London.</summary>
    public DateTimeOffset OpensAt { get; private init; }
    public DateOnly DueOn { get; private init; }
    public ReturnState State { get; private set; }
    public IReadOnlyList<ReturnLine> Lines { get; private set; } = [];

    /// <summary>Who saved each line as it stands, the latest last.</summary>
    public IReadOnlyList<Preparation> Preparations { get; private set; } = [];
    public DateTimeOffset? ReadyAt { get; private set; }
    public DateTimeOffset? FirstSubmittedAt { get; private set; }
    public Person? SubmittedBy { get; private set; }
    public int? WorkingDaysLate { get; private set; }

    /// <summary>Who last saved a line.</summary>
    public Person? PreparedBy => Preparations is [.., var last] ? last.By : null;

    public ReturnDetails Details => new(
        GrantId, GrantReference, Programme, Title, Partnership, Quarter, OpensOn, DueOn, State, Lines, FirstSubmittedAt, WorkingDaysLate);

    public bool IsOverdue(DateOnly today) => State != ReturnState.Submitted && today > DueOn;

    public ReturnLine? Line(Guid intervention) => Lines.FirstOrDefault(l => l.InterventionId == intervention);

    public void Open(DateTimeOffset at)
    {
        if (State != ReturnState.Scheduled || at < OpensAt) return;
        // The chasing job then looks at it, and finds the day of its first rung.
        (State, NextChaseAt) = (ReturnState.Open, at);
        Raise(v => new ReturnOpened(Id, v, at, Person.Platform, Details));
    }

    /// <summary>
    /// Saves what is reported of one intervention. Stale is who read the line before somebody else's save of that same line: a colleague's save of
    /// another line, or a reminder, costs nobody their typing.
    /// </summary>
    public Result SaveLine(ReturnLine typed, int readVersion, Person by, DateTimeOffset at)
    {
        if (NotNow(at) is { } refusal) return refusal;
        if (Interventions.FirstOrDefault(i => i.Id == typed.InterventionId) is not { } intervention) return Result.NotFound;
        if (LineRules.Problems(typed, intervention) is { Count: > 0 } problems) return Result.Of(problems);
        if (readVersion > Version || Preparations.Any(p => p.InterventionId == typed.InterventionId && p.Version > readVersion)) return Result.Stale;
        Open(at);
        var line = LineRules.InGrantsOrder(typed, intervention);
        Lines = [.. Interventions.Select(i => i.Id == line.InterventionId ? line : Line(i.Id)).OfType<ReturnLine>()];
        Preparations = [.. Preparations.Where(p => p.InterventionId != line.InterventionId), new(line.InterventionId, by, Version + 1)];
        (State, ReadyAt) = (ReturnState.InProgress, null);
        Raise(v => new ReturnSaved(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Says that all is entered and the lead can certify.</summary>
    public Result HandOver(Person by, DateTimeOffset at)
    {
        if (NotNow(at) is { } refusal) return refusal;
        if (State == ReturnState.ReadyToCertify) return Result.Done;
        if (Interventions.Where(i => Line(i.Id) is null).Select(i => new Problem("Lines", $"Complete {i.Name}")).ToList() is { Count: > 0 } missing)
            return Result.Of(missing);
        (State, ReadyAt) = (ReturnState.ReadyToCertify, at);
        Raise(v => new ReturnReady(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Certifies the return as it was read, and hands it in. Nobody certifies what they entered themselves; people are compared by user id.</summary>
    /// <param name="readVersion">The version that the certifier read; null to certify whatever there is.</param>
    /// <param name="by">The certifier.</param>
    /// <param name="at">When the request reached the gateway: lateness is counted to here.</param>
    public Result Submit(int? readVersion, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.Submitted) return Result.Done;
        if (State != ReturnState.ReadyToCertify) return Result.Refused("not-ready-to-certify", "This return has not been handed over to be certified");
        if (Preparations.Any(p => p.By.UserId == by.UserId))
            return Result.Refused("preparer-cannot-certify", "You entered part of this return. Somebody else must certify it");
        if (readVersion < Preparations.Max(p => p.Version)) return Result.Stale;
        (State, SubmittedBy, NextChaseAt) = (ReturnState.Submitted, by, null);
        FirstSubmittedAt ??= at;
        WorkingDaysLate ??= WorkingDays.Between(DueOn, London.DateOf(at));
        Raise(v => new ReturnSubmitted(Id, v, at, by, Details));
        return Result.Done;
    }

    private Result? NotNow(DateTimeOffset at) =>
        State == ReturnState.Submitted ? Result.Refused("already-submitted", "This return has been submitted and can no longer be changed")
        : at < OpensAt ? Result.Refused("return-not-open", $"This return opens on {London.WithWeekday(OpensOn)}")
        : null;
}

/// <summary>Who saved a line, and which version of the return that made.</summary>
internal sealed record Preparation(Guid InterventionId, Person By, int Version);
