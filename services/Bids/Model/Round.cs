using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A call for bids: written, published, open, closed. Round.Deadline.cs moves its deadline, Round.Reminders.cs tells who is to be reminded.</summary>
internal sealed partial class Round : Aggregate
{
    public const int LongestName = 120;

    private Round() { }

    public string Reference { get; private set; } = "";
    public string Programme { get; private set; } = "";
    public string Name { get; private set; } = "";
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>Exclusive: a bid that reaches the gateway at this instant is late.</summary>
    public DateTimeOffset ClosesAt { get; private set; }
    public DateOnly DeliveryFrom { get; private set; }
    public DateOnly DeliveryTo { get; private set; }
    public Money? CapPerBid { get; private set; }
    public int MatchPercent { get; private set; }
    public string[] Themes { get; private set; } = [];
    public string About { get; private set; } = "";
    public Money? Available { get; private set; }
    public int PriorityPercent { get; private set; }
    public Partnership[] Invited { get; private set; } = [];
    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];
    public int ThresholdPercent { get; private set; }
    public int[] ReminderDays { get; private set; } = [28, 14, 7, 1];

    /// <summary>When bidders first saw it; null for a round that is still being written.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The version in which somebody last changed its answers: a reminder meanwhile is in nobody's way.</summary>
    public int EditedVersion { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    public IReadOnlyList<FinancialYear> FundingYears => [.. FinancialYear.Covering(DeliveryFrom, DeliveryTo)];

    /// <summary>Those who may bid, by name.</summary>
    public IReadOnlyList<Partnership> Bidders => Invited.Length == 0 ? Partnership.All : Invited;

    /// <summary>Seed 004 paragraph 7: bids are in by the end of February. The next one after that day, 28th or 29th.</summary>
    public static DateOnly DefaultDeadline(DateOnly today)
    {
        var thisYears = new DateOnly(today.Year, 3, 1).AddDays(-1);
        return today < thisYears ? thisYears : new DateOnly(today.Year + 1, 3, 1).AddDays(-1);
    }

    /// <summary>A round that bidders do not see yet.</summary>
    public static (Round? Round, Result Result) Draft(RoundAnswers answers, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        if (typed.Problems() is { Count: > 0 } problems) return (null, Result.Of(problems));
        var round = new Round();
        round.Take(typed, at);
        round.Raise(v => new RoundDrafted(round.Id, round.EditedVersion = v, at, by, round.Details));
        return (round, Result.Done);
    }

    /// <summary>A round that is published as soon as it is made.</summary>
    public static (Round? Round, Result Result) Open(RoundAnswers answers, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        if (typed.Problems() is { Count: > 0 } problems) return (null, Result.Of(problems));
        var round = new Round();
        round.Take(typed, at);
        var result = round.Publish(null, by, at);
        return (result.IsDone ? round : null, result);
    }

    /// <summary>
    /// Changes the answers: any before publication, afterwards only what harms nobody who has begun to write by them. The deadline then has ways of its own.
    /// </summary>
    public Result Edit(RoundAnswers answers, int readVersion, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied() with { Published = IsPublished };
        if (typed.Problems() is { Count: > 0 } problems) return Result.Of(problems);
        if (JsonColumn.Same(typed, Answers)) return Result.Done;
        if (EditedVersion > readVersion) return Result.Stale;
        if (IsPublished && !JsonColumn.Same(typed, Answers.WithHarmlessOf(typed)))
            return Result.Refused("round-published", "Bidders have seen this round: only what it is about, hints and guidance, the money available and the reminders can still be changed");
        Take(typed, at);
        Raise(v => new RoundDrafted(Id, EditedVersion = v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Lets bidders see it, as the officer has; they bid from <see cref="OpensAt"/> on.</summary>
    public Result Publish(int? readVersion, Person by, DateTimeOffset at)
    {
        if (IsPublished) return Result.Done;
        if (readVersion < EditedVersion) return Result.Stale;
        if (ClosesAt <= at) return Result.Of([new(nameof(RoundAnswers.ClosesOn), "Deadline must be today or in the future")]);
        if (ThresholdPercent > 0 && Criteria.Count == 0) return Result.Of([new(nameof(Criteria), "Add the criteria that the threshold is about")]);
        PublishedAt = at;
        PlanReminders(at);
        Raise(v => new RoundOpened(Id, EditedVersion = v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Whether that partnership may bid.</summary>
    public bool Invites(Partnership partnership) => Invited.Length == 0 || Invited.Contains(partnership);

    public RoundAnswers Answers => new(Reference, Programme, Name, London.DateOf(OpensAt), LastDay, DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent, Themes)
    {
        Published = IsPublished, About = About, Available = Available, PriorityPercent = PriorityPercent, Invited = Invited, Questions = Questions,
        Criteria = Criteria, ThresholdPercent = ThresholdPercent, ReminderDays = ReminderDays,
    };

    /// <summary>The round of next year, not published; a deadline that was moved goes by where it first stood.</summary>
    public RoundAnswers NextYear() => (Answers with { ClosesOn = London.DateOf((DeadlineMoves is [var first, ..] ? first.From : ClosesAt).AddTicks(-1)) }).NextYear();

    public RoundDetails Details => new(Reference, Programme, Name, OpensAt, ClosesAt, DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent, Themes, ClosedAt is not null)
    {
        Published = IsPublished, About = About, Available = Available, PriorityPercent = PriorityPercent, Invited = Invited, Questions = Questions,
        Criteria = Criteria, ThresholdPercent = ThresholdPercent, ReminderDays = ReminderDays,
    };

    private void Take(RoundAnswers typed, DateTimeOffset at)
    {
        // A published round's dates and amounts are what they were, to the instant.
        if (!IsPublished)
        {
            (Reference, Programme, Name) = (typed.Reference, typed.Programme, typed.Name);
            (OpensAt, ClosesAt) = (London.StartOf(typed.OpensOn), London.EndOf(typed.ClosesOn));
            (DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent) = (typed.DeliveryFrom, typed.DeliveryTo, typed.CapPerBid, typed.MatchPercent);
            (Themes, PriorityPercent, ThresholdPercent, Invited) = ([.. typed.Themes], typed.PriorityPercent, typed.ThresholdPercent, [.. typed.Invited ?? []]);
        }
        (About, Available, Questions, Criteria) = (typed.About ?? "", typed.Available, typed.Questions ?? [], typed.Criteria ?? []);
        SetReminders([.. typed.ReminderDays ?? RoundAnswers.UsualReminders], at);
    }
}
