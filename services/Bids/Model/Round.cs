using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A call for bids.</summary>
internal sealed class Round : Aggregate
{
    public const int LongestName = 120;

    private Round() { }

    public string Reference { get; private init; } = "";
    public string Programme { get; private init; } = "";
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

    public IReadOnlyList<FinancialYear> FundingYears => [.. FinancialYear.Covering(DeliveryFrom, DeliveryTo)];

    /// <summary>Seed 004 paragraph 7: bids are in by the end of February. The next one after that day, 28th or 29th.</summary>
    public static DateOnly DefaultDeadline(DateOnly today)
    {
        var thisYears = new DateOnly(today.Year, 3, 1).AddDays(-1);
        return today < thisYears ? thisYears : new DateOnly(today.Year + 1, 3, 1).AddDays(-1);
    }

    public static (Round? Round, Result Result) Open(NewRound answers, Person by, DateTimeOffset at)
    {
        var typed = answers.Tidied();
        var problems = typed.Problems();
        if (problems.Count == 0 && London.EndOf(typed.ClosesOn) <= at) problems = [new(nameof(typed.ClosesOn), "Deadline must be today or in the future")];
        if (problems.Count > 0) return (null, Result.Of(problems));
        var round = new Round
        {
            Reference = typed.Reference,
            Programme = typed.Programme,
            Name = typed.Name,
            OpensAt = London.StartOf(typed.OpensOn),
            ClosesAt = London.EndOf(typed.ClosesOn),
            DeliveryFrom = typed.DeliveryFrom,
            DeliveryTo = typed.DeliveryTo,
            CapPerBid = typed.CapPerBid,
            MatchPercent = typed.MatchPercent,
            Themes = [.. typed.Themes],
            About = typed.About ?? "",
            Available = typed.Available,
            PriorityPercent = typed.PriorityPercent,
            Invited = [.. typed.Invited ?? []],
            Questions = [.. typed.Questions ?? []],
            Criteria = [.. typed.Criteria ?? []],
            ThresholdPercent = typed.ThresholdPercent,
            ReminderDays = [.. typed.ReminderDays ?? [28, 14, 7, 1]],
            PublishedAt = at,
        };
        round.Raise(v => new RoundOpened(round.Id, v, at, by, round.Details));
        return (round, Result.Done);
    }

    /// <summary>Whether a request that reached the gateway at that instant is in time.</summary>
    public bool IsOpenAt(DateTimeOffset at) => OpensAt <= at && at < ClosesAt;

    /// <summary>Whether that partnership may bid.</summary>
    public bool Invites(Partnership partnership) => Invited.Length == 0 || Invited.Contains(partnership);

    /// <summary>The time in which a partnership with an extension until then may bid, or one without.</summary>
    public BiddingWindow WindowUntil(DateTimeOffset? extendedTo) => new(this, extendedTo > ClosesAt ? extendedTo.Value : ClosesAt);

    /// <summary>Records that the deadline has been acted on. Decides nothing.</summary>
    public void Close(DateTimeOffset at)
    {
        if (ClosedAt is not null) return;
        ClosedAt = at;
        Raise(v => new RoundClosed(Id, v, at, Person.Platform, Details));
    }

    public RoundDetails Details => new(Reference, Programme, Name, OpensAt, ClosesAt, DeliveryFrom, DeliveryTo, CapPerBid, MatchPercent, Themes, ClosedAt is not null)
    {
        Published = PublishedAt is not null, About = About, Available = Available, PriorityPercent = PriorityPercent, Invited = Invited, Questions = Questions,
        Criteria = Criteria, ThresholdPercent = ThresholdPercent, ReminderDays = ReminderDays,
    };
}
